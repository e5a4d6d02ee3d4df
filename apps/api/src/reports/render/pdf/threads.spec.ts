import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrintingThreads } from './threads';

/** Sets what it is given as it is; "slow" never ends, as a document that the compiler chokes on. */
const script = `export default ({ document }) => {
  while (document === 'slow');
  if (document === 'broken') throw new Error('broken');
  return new TextEncoder().encode(document);
};`;

describe('printing in threads', () => {
  let folder: string;
  let threads: PrintingThreads;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'belegg-threads-'));
    await writeFile(join(folder, 'worker.mjs'), script);
    threads = new PrintingThreads(pathToFileURL(join(folder, 'worker.mjs')), 5000);
  });
  afterAll(async () => {
    await threads.close();
    await rm(folder, { recursive: true });
  });

  const print = async (document: string) => new TextDecoder().decode(await threads.print({ document, createdAt: 0 }));

  it('a document that never ends holds up nobody else, and is ended', async () => {
    let isOver = false;
    const slow = print('slow').finally(() => (isOver = true));
    slow.catch(() => undefined);
    const others = await Promise.all(Array.from({ length: 10 }, (_, at) => print(`quick ${at}`)));
    expect(others).toHaveLength(10);
    expect(isOver).toBe(false);
    await expect(slow).rejects.toMatchObject({ code: 'unavailable' });
    expect(await print('after it')).toBe('after it');
  }, 30_000);

  it('one that is broken fails by itself', async () => {
    await expect(print('broken')).rejects.toThrow('broken');
    expect(await print('next')).toBe('next');
  });

  it('too many at once are told to come again, and the others are served', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, (_, at) => print(`page ${at}`)));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toMatchObject({ code: 'unavailable' });
    expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(32);
  });
});
