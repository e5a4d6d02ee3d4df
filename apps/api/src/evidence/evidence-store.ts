import type { Readable } from 'node:stream';

/** What was understood of bytes while they were taken in. */
export interface Taken {
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  /** The first bytes, at most 4 KiB. */
  readonly beginning: Buffer;
}

/** The bytes of evidence are not there, or are others than those that were kept. */
export class EvidenceLost extends Error {
  constructor(sha256: string) {
    super(`the bytes of evidence ${sha256} are lost`);
  }
}

/** Where the bytes of evidence are kept, by newsroom and SHA-256. Bytes that are there never change. */
export interface EvidenceStore {
  /**
   * Takes bytes in; once this resolves they outlive a crash. The same bytes again are no fault, and mend what was lost.
   * @param judge called with what came, before it is kept; nothing is kept when it throws
   */
  put(newsroomId: string, bytes: Readable, judge: (taken: Taken) => void): Promise<Taken>;

  /** Whatever stands there under the name of these bytes. @throws EvidenceLost when nothing does */
  open(newsroomId: string, sha256: string): Promise<Readable>;
}

/** Injection token of the store that is used. */
export const EVIDENCE_STORE = Symbol('EVIDENCE_STORE');
