import type { SourceView } from '@belegg/contract';
import type { Api } from '../shell/api';
import { countDependents, readDependents, type Dependent } from './dependents';
import { sourceView } from './test/source-view';

/** Says who repeats whom as `name > origin`. */
function apiWith(...repeats: readonly string[]): Api {
  const sources = repeats
    .map((said) => said.split(' > ') as [string, string])
    .map(([name, origin]) => sourceView(name, { id: name, originId: origin }));
  const call = (
    _: unknown,
    { query }: { query: { originId: string; cursor?: string } },
  ): Promise<{ items: SourceView[]; nextCursor?: string }> => {
    const all = sources.filter(({ originId }) => originId === query.originId);
    const from = Number(query.cursor ?? 0);
    return Promise.resolve({
      items: all.slice(from, from + 2),
      ...(all.length > from + 2 && { nextCursor: String(from + 2) }),
    });
  };
  return { call } as unknown as Api;
}
const drawn = (dependents: readonly Dependent[]): string =>
  dependents
    .map(({ source, repeatedBy }) => source.name + (repeatedBy.length ? `(${drawn(repeatedBy)})` : ''))
    .join(' ');

describe('readDependents', () => {
  it('finds nothing for a source that nobody repeats', async () => {
    expect(await readDependents(apiWith('a > b'), 'a')).toEqual([]);
  });

  it('finds who repeats it through others, and reads every page', async () => {
    const tree = await readDependents(
      apiWith('avis > byrå', 'radio > byrå', 'tv > byrå', 'blogg > avis', 'ekko > blogg', 'annen > ingen'),
      'byrå',
    );
    expect(drawn(tree)).toBe('avis(blogg(ekko)) radio tv');
    expect(countDependents(tree)).toBe(5);
  });

  it('ends where sources repeat each other in a circle', async () => {
    expect(drawn(await readDependents(apiWith('a > b', 'b > a', 'c > a'), 'a'))).toBe('b c');
  });
});
