import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { extract, pack, type Pack } from 'tar-stream';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const manifest = z.object({
  format: z.literal('belegg-backup/1'),
  /** The Belegg that wrote it. */
  version: z.string(),
  at: z.iso.datetime(),
  /** The newest migration of the database. */
  migration: z.string(),
  /** Each with the SHA-256 of its rows as COPY writes them, in the order of the primary key. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256 })),
  /** The last number that each gave out. */
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  evidence: z.int(),
  /** Evidence whose bytes were not there, or were not those that their name says. */
  lost: z.array(z.object({ newsroomId: z.uuid(), sha256 })),
  /** All other entries of the archive, in their order; `size` in bytes. */
  parts: z.array(z.object({ name: z.string(), size: z.int(), sha256 })),
});
/** What an archive holds; its last entry but one. */
export type Manifest = z.infer<typeof manifest>;
type Part = Manifest['parts'][number];

const manifestName = 'manifest.json';
const sealName = 'manifest.sha256';

/** A file that is no whole backup; the message is one line. */
export class ArchiveError extends Error {}

/** The SHA-256 of bytes, in lower-case hexadecimal. */
export const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Writes a tar file whose last entries are the manifest and its hash. */
export class ArchiveWriter {
  private readonly parts: Part[] = [];
  private readonly written: Promise<void>;

  private constructor(
    private readonly tar: Pack,
    private readonly file: string,
    signal: AbortSignal | undefined,
  ) {
    this.written = pipeline(tar, createWriteStream(file, { flags: 'wx', mode: 0o600 }), { signal });
    this.written.catch(() => undefined); // shown by `add` and `finish`
  }

  /** @param file must not be there */
  static begin(file: string, signal?: AbortSignal): ArchiveWriter {
    return new ArchiveWriter(pack(), file, signal);
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    this.parts.push({ name, size: bytes.length, sha256: hashOf(bytes) });
    await this.write(name, bytes);
  }

  /** Ends the file; it is whole and on the disk once this resolves. */
  async finish(about: Omit<Manifest, 'format' | 'parts'>): Promise<Manifest> {
    const whole: Manifest = { format: 'belegg-backup/1', ...about, parts: this.parts };
    const bytes = Buffer.from(JSON.stringify(whole));
    await this.write(manifestName, bytes);
    await this.write(sealName, Buffer.from(hashOf(bytes)));
    this.tar.finalize();
    await this.written;
    const handle = await open(this.file, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return whole;
  }

  private async write(name: string, bytes: Buffer): Promise<void> {
    const entry = new Promise<void>((resolve, reject) => {
      this.tar
        .entry({ name, size: bytes.length, mode: 0o600 }, (error) => (error ? reject(error) : resolve()))
        .end(bytes);
    });
    // A disk that is full ends the file, and then no entry is ever taken.
    await Promise.race([entry, this.written.then(() => entry)]);
  }
}

/** Reads the entries of an archive one after the other, each whole. @throws ArchiveError */
export async function* readEntries(file: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const tar = extract();
  const source = createReadStream(file);
  await once(source, 'open');
  const read = pipeline(source, tar);
  read.catch(() => undefined); // shown by the loop
  try {
    for await (const entry of tar) yield { name: entry.header.name, bytes: await buffer(entry) };
  } catch (error) {
    throw new ArchiveError(`${file} is no whole archive (${error instanceof Error ? error.message : String(error)})`);
  } finally {
    source.destroy();
  }
}

/**
 * Reads an archive from end to end, and holds every part to its hash.
 * @throws ArchiveError that names the first fault
 */
export async function checkArchive(file: string): Promise<Manifest> {
  const found: Part[] = [];
  let bytesOfManifest: Buffer | undefined;
  let seal: string | undefined;
  for await (const { name, bytes } of readEntries(file)) {
    if (seal !== undefined) throw new ArchiveError(`${file} goes on after its end`);
    if (name === manifestName) bytesOfManifest = bytes;
    else if (name === sealName) seal = bytes.toString('utf8');
    else found.push({ name, size: bytes.length, sha256: hashOf(bytes) });
  }
  if (!bytesOfManifest || seal === undefined) throw new ArchiveError(`${file} is no backup, or is cut off`);
  if (seal !== hashOf(bytesOfManifest)) throw new ArchiveError(`${file}: its manifest is not the one that was written`);
  const { success, data } = manifest.safeParse(JSON.parse(bytesOfManifest.toString('utf8')));
  if (!success) throw new ArchiveError(`${file} is a backup of a kind that this Belegg does not know`);
  for (let at = 0; at < Math.max(found.length, data.parts.length); at++) {
    const [is, was] = [found[at], data.parts[at]];
    if (is?.name !== was?.name || is?.sha256 !== was?.sha256)
      throw new ArchiveError(`${file}: ${was?.name ?? is?.name ?? ''} is not what was written`);
  }
  return data;
}

/** A running SHA-256 of what is given out in pieces. */
export const newHash = (): Hash => createHash('sha256');
