import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { unreadable } from '../platform/http/multipart';
import type { Taken } from './evidence-store';

const beginningSize = 4096;

/** Understands bytes while they pass. */
export class Taking {
  private readonly hash = createHash('sha256');
  private readonly beginning: Buffer[] = [];
  private size = 0;

  /** The same bytes. @throws ProblemError `bad-request` where they break off */
  async *of(bytes: Readable): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        this.hash.update(chunk);
        if (this.size < beginningSize) this.beginning.push(chunk);
        this.size += chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw unreadable(error);
    }
  }

  /** Once, when all have passed. */
  taken(): Taken {
    return {
      sha256: this.hash.digest('hex'),
      size: this.size,
      beginning: Buffer.concat(this.beginning).subarray(0, beginningSize),
    };
  }
}
