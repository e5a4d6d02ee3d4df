import { inflateRawSync } from 'node:zlib';
import { ProblemError } from '../../platform/problem-error';
import { brokenFile } from '../refusals';

/** What an archive may hold at most: entries, and bytes once they are inflated. */
const mostEntries = 2_000;
const mostBytes = 64 * 1024 * 1024;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const latestEnd = 22;
const longestComment = 65_535;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * A ZIP archive (APPNOTE.TXT, 4.3), read by its central directory, in which counts and sizes are checked before
 * anything is inflated. No entry inflates beyond the size that it declares.
 */
export class Archive {
  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws ProblemError `broken-file` when it is none, is cut off, or would grow beyond the limits */
  static open(given: Uint8Array): Archive {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    try {
      return new Archive(bytes, directoryOf(bytes));
    } catch (error) {
      throw error instanceof ProblemError ? error : brokenFile();
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /**
   * @returns nothing when there is no such entry
   * @param largest bytes, inflated
   * @throws ProblemError `broken-file` when it is larger, or its bytes are not what the directory says
   */
  read(name: string, largest: number): Buffer | undefined {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    if (entry.size > largest) throw brokenFile();
    try {
      const start = entry.at + 30 + this.bytes.readUInt16LE(entry.at + 26) + this.bytes.readUInt16LE(entry.at + 28);
      const packed = this.bytes.subarray(start, start + entry.packed);
      const content =
        entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
      if (content.length !== entry.size) throw brokenFile();
      return content;
    } catch {
      throw brokenFile();
    }
  }
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw brokenFile();
  const entries = new Map<string, Entry>();
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== entryMark) throw brokenFile();
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const entry = {
      method,
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    const nameLength = bytes.readUInt16LE(at + 28);
    total += entry.size;
    // Encrypted, or packed by a method that no word processor uses.
    if (total > mostBytes || (flags & 1) !== 0 || (method !== 0 && method !== 8)) throw brokenFile();
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - latestEnd; at >= Math.max(0, bytes.length - latestEnd - longestComment); at--) {
    if (bytes.readUInt32LE(at) === endMark) return at;
  }
  throw brokenFile();
}
