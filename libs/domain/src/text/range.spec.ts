import { contains, overlaps } from './range';

describe('range', () => {
  it.each([
    [0, 5, 4, 9, true],
    [0, 5, 5, 9, false],
    [3, 3, 0, 9, false],
    [2, 4, 0, 9, true],
  ])('[%i,%i) and [%i,%i) overlap: %s', (a, b, c, d, expected) => {
    expect(overlaps({ start: a, end: b }, { start: c, end: d })).toBe(expected);
    expect(overlaps({ start: c, end: d }, { start: a, end: b })).toBe(expected);
  });

  it('contains what lies within, borders included', () => {
    expect(contains({ start: 1, end: 4 }, { start: 1, end: 4 })).toBe(true);
    expect(contains({ start: 1, end: 4 }, { start: 0, end: 4 })).toBe(false);
    expect(contains({ start: 1, end: 4 }, { start: 2, end: 5 })).toBe(false);
  });
});
