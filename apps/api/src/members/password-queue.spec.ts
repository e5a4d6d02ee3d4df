import { PasswordQueue } from './password-queue';

/** Pieces of work that go on until they are told to end, and the order in which they began. */
class Work {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, (error?: Error) => void>();

  readonly of = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      this.begun.push(name);
      this.ends.set(name, (error) => (error ? reject(error) : resolve(name)));
    });

  async end(name: string, error?: Error): Promise<void> {
    this.ends.get(name)?.(error);
    await new Promise(setImmediate);
  }
}

describe('PasswordQueue', () => {
  it('lets so much begin at once, in order, and what goes first before the others', async () => {
    const [queue, work] = [new PasswordQueue(1, 10), new Work()];
    const all = [
      queue.run('others', work.of('a')),
      queue.run('others', work.of('b')),
      queue.run('others', work.of('c')),
      queue.run('first', work.of('known')),
    ];
    expect(work.begun).toEqual(['a']);
    for (const name of ['a', 'known', 'b', 'c']) await work.end(name);
    expect(work.begun).toEqual(['a', 'known', 'b', 'c']);
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'known']);
  });

  it('turns away what finds its line full, and nobody in the other', async () => {
    const [queue, work] = [new PasswordQueue(1, 1), new Work()];
    const [a, b] = [queue.run('others', work.of('a')), queue.run('others', work.of('b'))];
    await expect(queue.run('others', work.of('c'))).rejects.toMatchObject({ code: 'unavailable' });
    const known = queue.run('first', work.of('known'));
    for (const name of ['a', 'known', 'b']) await work.end(name);
    expect(await Promise.all([a, b, known])).toEqual(['a', 'b', 'known']);
  });

  it('goes on after work that fails', async () => {
    const [queue, work] = [new PasswordQueue(1, 10), new Work()];
    const [a, b] = [queue.run('others', work.of('a')), queue.run('others', work.of('b'))];
    await work.end('a', new Error('broken'));
    await expect(a).rejects.toThrow('broken');
    await work.end('b');
    expect(await b).toBe('b');
    await expect(Promise.all([queue.run('others', work.of('c')), work.end('c')])).resolves.toEqual(['c', undefined]);
  });
});
