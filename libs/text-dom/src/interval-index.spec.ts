import fc from 'fast-check';
import { IntervalIndex } from './interval-index';

describe('IntervalIndex', () => {
  it('finds nothing in nothing', () => {
    expect(new IntervalIndex([]).at(0)).toEqual([]);
  });

  it('excludes the end, includes the start', () => {
    const index = new IntervalIndex([{ start: 2, end: 4 }]);
    expect([1, 2, 3, 4].map((offset) => index.at(offset).length)).toEqual([0, 1, 1, 0]);
  });

  it('gives the longer of those that begin together first', () => {
    const index = new IntervalIndex([
      { start: 2, end: 4 },
      { start: 2, end: 9 },
    ]);
    expect(index.at(3)).toEqual([
      { start: 2, end: 9 },
      { start: 2, end: 4 },
    ]);
  });

  it('answers as a scan of all would', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 40 }), range, (ranges, stretch) => {
        const found = new IntervalIndex(ranges).overlapping(stretch);
        const scanned = ranges.filter(
          ({ start, end }) => start < end && stretch.start < stretch.end && start < stretch.end && stretch.start < end,
        );
        expect(new Set(found)).toEqual(new Set(scanned));
        expect(found.length).toBe(scanned.length);
        expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((x, y) => x - y));
      }),
    );
  });
});
