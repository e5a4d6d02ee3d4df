import { keptCards } from './kept-cards';

describe('keptCards', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f'];
  const kept = (near: string[], before: string[], fewest: number) =>
    [...keptCards(all, new Set(near), new Set(before), fewest)].sort().join('');

  it('shows those near, however many', () => {
    expect(kept(['b', 'c', 'd'], [], 2)).toBe('bcd');
  });

  it('keeps those beside them that were shown, while few are near', () => {
    expect(kept(['c'], ['a', 'b', 'd', 'f'], 3)).toBe('bcd');
    expect(kept(['c'], ['a', 'f'], 2)).toBe('ac');
    expect(kept(['c'], [], 4)).toBe('c');
  });

  it('keeps the last ones where the reader is below the text', () => {
    expect(kept([], all, 2)).toBe('ef');
  });

  it('forgets those that are gone from the text', () => {
    expect(kept(['a'], ['x', 'b'], 5)).toBe('ab');
  });
});
