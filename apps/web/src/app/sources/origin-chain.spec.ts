import { originChain } from './origin-chain';
import { sourceView } from './test/source-view';

const source = (id: string, originId?: string) => sourceView(id, { id, ...(originId !== undefined && { originId }) });
const chainOf = (start: ReturnType<typeof source>, ...known: ReturnType<typeof source>[]): readonly string[] =>
  originChain(start, new Map(known.map((one) => [one.id, one]))).map(({ name }) => name);

describe('originChain', () => {
  it('follows whom a source repeats to the one that repeats nobody', () => {
    expect(chainOf(source('blogg', 'avis'), source('avis', 'byrå'), source('byrå'))).toEqual(['avis', 'byrå']);
  });

  it('ends where somebody is not known, and in a circle', () => {
    expect(chainOf(source('blogg', 'avis'))).toEqual([]);
    expect(chainOf(source('a', 'b'), source('b', 'a'), source('a', 'b'))).toEqual(['b']);
  });
});
