import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Database } from '../platform/database/database';
import { EVIDENCE_STORE, type EvidenceStore } from './evidence-store';

/** Whether the bytes of evidence are those that their name says. */
@Injectable()
export class EvidenceChecker {
  constructor(
    private readonly database: Database,
    @Inject(EVIDENCE_STORE) private readonly store: EvidenceStore,
  ) {}

  /** Reads all evidence of a newsroom. @returns what is wrong, in words */
  async faults(newsroomId: string): Promise<string[]> {
    const rows = await this.database.readNewsroom(newsroomId, (tx) =>
      tx.evidence.findMany({ where: { newsroomId }, select: { sha256: true, size: true }, orderBy: { sha256: 'asc' } }),
    );
    const faults: string[] = [];
    for (const { sha256, size } of rows) {
      const fault = await this.faultOf(newsroomId, sha256, size);
      if (fault !== undefined) faults.push(`evidence ${sha256}: ${fault}`);
    }
    return faults;
  }

  private async faultOf(newsroomId: string, sha256: string, size: number): Promise<string | undefined> {
    const hash = createHash('sha256');
    let found = 0;
    try {
      await pipeline(await this.store.open(newsroomId, sha256), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          found += chunk.length;
        }
      });
    } catch {
      return 'its bytes are not there';
    }
    if (found !== size) return `it has ${found} bytes instead of ${size}`;
    return hash.digest('hex') === sha256 ? undefined : 'its bytes are not those that its name says';
  }
}
