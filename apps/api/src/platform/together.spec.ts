import { Together, type Outcome } from './together';

describe('Together', () => {
  const runs: string[][] = [];
  let release: () => void = () => undefined;
  const held = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  const together = new Together<string, string>({
    most: 3,
    run: async (works): Promise<Outcome<string>[]> => {
      runs.push([...works]);
      if (works.includes('wait')) await held();
      if (works.includes('break')) throw new Error('broken');
      if (works.includes('lost')) throw new Error('lost');
      return works.map((work) => (work === 'wrong' ? { error: new Error(work) } : { result: work.toUpperCase() }));
    },
    isOfAll: (error) => (error as Error).message === 'lost',
  });
  const ask = async (...works: readonly string[]) => {
    runs.length = 0;
    const answers = works.map((work) => together.do('key', work).catch((error: unknown) => (error as Error).message));
    release();
    return Promise.all(answers);
  };

  it('does what gathers meanwhile at once, as far as it goes', async () => {
    expect(await ask('wait', 'a', 'wrong', 'c', 'd')).toEqual(['WAIT', 'A', 'wrong', 'C', 'D']);
    expect(runs).toEqual([['wait'], ['a', 'wrong', 'c'], ['d']]);
    expect(await ask('e')).toEqual(['E']);
  });

  it('does one by one what fails as a whole', async () => {
    expect(await ask('wait', 'a', 'break', 'c')).toEqual(['WAIT', 'A', 'broken', 'C']);
    expect(runs).toEqual([['wait'], ['a', 'break', 'c'], ['a'], ['break'], ['c']]);
  });

  it('does nothing again that may have been done', async () => {
    expect(await ask('wait', 'a', 'lost')).toEqual(['WAIT', 'lost', 'lost']);
    expect(runs).toEqual([['wait'], ['a', 'lost']]);
  });

  it('lets other keys go on', async () => {
    const first = together.do('one', 'wait');
    expect(await together.do('another', 'a')).toBe('A');
    release();
    expect(await first).toBe('WAIT');
  });
});
