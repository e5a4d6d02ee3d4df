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

/** Bytes that are sent more than once: compressed once in each way that is asked for. */
export class KeptBytes {
  protected readonly digest: string;
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly bytes: Buffer,
    readonly mediaType: string,
  ) {
    this.digest = createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22);
  }

  /** Strong: of the bytes as they are sent. */
  tagFor(encoding?: Encoding): string {
    return `"${this.digest}${encoding ? `-${encoding}` : ''}"`;
  }

  /** Whether a client that sent this `If-None-Match` has it already, however it was compressed. */
  isKnown(ifNoneMatch: string | undefined): boolean {
    return ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '').startsWith(`"${this.digest}`)) ?? false;
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

/** A JSON answer that is sent more than once: serialized once. */
export class KeptAnswer extends KeptBytes {
  /** Weak, since it is the same however the answer is compressed. */
  readonly etag: string;

  constructor(value: unknown) {
    super(Buffer.from(JSON.stringify(value)), 'application/json; charset=utf-8');
    this.etag = `W/"${this.digest}"`;
  }

  override tagFor(): string {
    return this.etag;
  }
}
