import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { EvidenceLost } from './evidence-store';

/**
 * Bytes, as long as they are those that were kept. The last chunk is held back until the hash of all is known: what was
 * altered never arrives whole, and where nothing was sent yet, the caller can still say so.
 * @throws EvidenceLost at once where the first chunk is all and is not genuine; otherwise the stream breaks off with it
 */
export async function genuine(bytes: Readable, { sha256, size }: { sha256: string; size: number }): Promise<Readable> {
  const checked = check(bytes, sha256, size);
  const first = await checked.next();
  return Readable.from(
    (async function* () {
      if (first.done !== true) yield first.value;
      yield* checked;
    })(),
    { objectMode: false },
  );
}

async function* check(bytes: Readable, sha256: string, size: number): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  let passed = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    hash.update(chunk);
    passed += chunk.length;
    if (passed > size) break;
    if (held) yield held;
    held = chunk;
  }
  if (passed !== size || hash.digest('hex') !== sha256) throw new EvidenceLost(sha256);
  if (held) yield held;
}
