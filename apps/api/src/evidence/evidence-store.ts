import type { Readable } from 'node:stream';

/** What was understood of bytes while they were taken in. */
export interface Taken {
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  /** The first bytes, at most 4 KiB. */
  readonly beginning: Buffer;
}

/** Where the bytes of evidence are kept, by newsroom and SHA-256. Bytes that are there never change. */
export interface EvidenceStore {
  /**
   * Takes bytes in; once this resolves they outlive a crash. The same bytes again are no fault.
   * @param judge called with what came, before it is kept; nothing is kept when it throws
   */
  put(newsroomId: string, bytes: Readable, judge: (taken: Taken) => void): Promise<Taken>;

  /** @throws Error when the bytes are not there */
  open(newsroomId: string, sha256: string): Promise<Readable>;
}

/** Injection token of the store that is used. */
export const EVIDENCE_STORE = Symbol('EVIDENCE_STORE');
