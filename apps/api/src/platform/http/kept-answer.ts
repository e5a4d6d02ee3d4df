import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip';

/** Quick rather than small: an article that is worked on changes every few seconds. */
const compressors: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: promisify(gzip),
};
/** Bytes below which compressing saves nobody anything. */
const smallest = 1024;

/** A JSON answer that is sent more than once: serialized once, and compressed once in each way that is asked for. */
export class KeptAnswer {
  readonly bytes: Buffer;
  /** Weak, since it is the same however the answer is compressed. */
  readonly etag: string;
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(value: unknown) {
    this.bytes = Buffer.from(JSON.stringify(value));
    this.etag = `W/"${createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22)}"`;
  }

  /** Whether a client that sent this `If-None-Match` has it already. */
  isKnown(ifNoneMatch: string | undefined): boolean {
    const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
    return ifNoneMatch?.split(',').some((tag) => bare(tag) === bare(this.etag)) ?? false;
  }

  /** @param accepted the client's `Accept-Encoding` */
  async encoded(accepted = ''): Promise<{ bytes: Buffer; encoding?: Encoding }> {
    const names = accepted.split(',').flatMap((each) => /^\s*(\w+)\s*(?!;\s*q=0(?:\.0*)?\s*$)/.exec(each)?.[1] ?? []);
    const encoding = (['br', 'gzip'] as const).find((each) => names.includes(each));
    if (!encoding || this.bytes.length < smallest) return { bytes: this.bytes };
    const bytes = this.compressed.get(encoding) ?? compressors[encoding](this.bytes);
    this.compressed.set(encoding, bytes);
    return { bytes: await bytes, encoding };
  }
}
