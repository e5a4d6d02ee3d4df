import { ProblemError } from '../../platform/problem-error';
import { hostileFiles, nestedForms } from './hostile';
import { Readers } from './readers';
import { ReadingQueue, queueLimits } from './reading-queue';
import { residentBytes } from './resident-bytes';

const newsroom = 'a';
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

describe('Readers', () => {
  const readers = new Readers();
  afterAll(() => readers.onModuleDestroy());
  const file = (name: string, bytes: string | Uint8Array, signal?: AbortSignal) =>
    readers.read(newsroom, { kind: 'file', name, bytes: Buffer.from(bytes) }, signal);

  it('reads in another process what it is given, as it would in this one', async () => {
    const { intake, title } = await file('a.md', '# Tittel\n\nEn *viktig* setning.');
    expect([intake.text, intake.title, intake.marks.length, title]).toEqual([
      'Tittel\nEn viktig setning.',
      'Tittel',
      1,
      undefined,
    ]);
    const pasted = await readers.read(newsroom, { kind: 'content', raw: { format: 'html', content: '<p>Hei.' } });
    expect(pasted.intake.text).toBe('Hei.');
  });

  it('passes a refusal of the reader on', async () => {
    expect(await codeOf(file('a.pdf', 'x'))).toBe('broken-file');
    expect(await codeOf(file('a.txt', ''))).toBe('empty-text');
  });

  // Through the server, each kind of hostile file is tried in hostile-files.spec; here the two that cost the most.
  it.each(hostileFiles().filter(({ name }) => name === 'forms.pdf' || name === 'runs.docx'))(
    'refuses $name with a sentence, and without work of its own',
    async ({ name, bytes }) => {
      const [before, start] = [process.cpuUsage(), performance.now()];
      const code = await codeOf(file(name, bytes));
      const { user, system } = process.cpuUsage(before);
      expect([
        'none',
        'reading-limit',
        'invalid',
        'too-large',
        'broken-file',
        'scanned-file',
        'too-many-sentences',
      ]).toContain(code);
      // What the server itself does meanwhile is to look at the clock and the memory, for a part of a core. A file that
      // is refused at once leaves too little to compare.
      const elapsed = performance.now() - start;
      expect((user + system) / 1000).toBeLessThan(Math.max(1_000, 0.6 * elapsed));
      expect(await codeOf(file('a.txt', 'Neste fil.'))).toBe('none');
    },
    60_000,
  );

  it('ends the process when nobody waits any more', async () => {
    const leaving = new AbortController();
    const reading = codeOf(file('forms.pdf', nestedForms(12), leaving.signal));
    setTimeout(() => leaving.abort(new ProblemError('too-slow')), 300);
    expect(await reading).toBe('too-slow');
    expect(await codeOf(file('a.txt', 'Neste fil.'))).toBe('none');
  });

  it('knows the memory of a process, and of none', async () => {
    expect(await residentBytes(process.pid)).toBeGreaterThan(10_000_000);
    expect(await residentBytes(2 ** 30)).toBeUndefined();
  });
});

describe('ReadingQueue', () => {
  it('lets a newsroom do two things at once, holds others back in order, and refuses what is too much', async () => {
    const queue = new ReadingQueue();
    const running = new Set<string>();
    let most = 0;
    const done: number[] = [];
    const gates = Array.from({ length: 13 }, () => Promise.withResolvers<undefined>());
    const run = (newsroomId: string, index: number) =>
      queue.run(newsroomId, undefined, async () => {
        running.add(`${newsroomId}${index}`);
        most = Math.max(most, [...running].filter((one) => one.startsWith(newsroomId)).length);
        await gates[index]?.promise;
        running.delete(`${newsroomId}${index}`);
        done.push(index);
      });
    const all = Array.from({ length: 12 }, (_, index) => run('a', index));
    expect(await codeOf(run('a', 12))).toBe('too-many-readings');
    const other = run('b', 12);
    expect([...running]).toEqual(['a0', 'a1', 'b12']);
    for (const { resolve } of gates) resolve(undefined);
    await Promise.all([...all, other]);
    expect([most, running.size]).toEqual([queueLimits.ofNewsroom, 0]);
    expect(done.filter((index) => index < 12)).toEqual(done.filter((index) => index < 12).toSorted((a, b) => a - b));
  });

  it('forgets one who leaves the queue', async () => {
    const queue = new ReadingQueue();
    const gate = Promise.withResolvers<undefined>();
    const first = [1, 2].map(() => queue.run('a', undefined, () => gate.promise));
    const leaving = new AbortController();
    const left = codeOf(queue.run('a', leaving.signal, () => Promise.resolve()));
    leaving.abort(new ProblemError('too-slow'));
    expect(await left).toBe('too-slow');
    gate.resolve(undefined);
    await Promise.all(first);
    expect(await codeOf(queue.run('a', undefined, () => Promise.resolve()))).toBe('none');
  });
});
