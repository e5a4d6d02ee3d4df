import fc from 'fast-check';
import { layoutCards } from './layout-cards';

const card = (id: string, anchor: number, height = 100) => ({ id, anchor, height });
const tops = (...args: Parameters<typeof layoutCards>) => Object.fromEntries(layoutCards(...args));

describe('layoutCards', () => {
  it('puts cards with room beside their passages', () => {
    expect(tops([card('a', 50), card('b', 400)], 10, 0)).toEqual({ a: 50, b: 400 });
  });

  it('shares the way among those that would overlap', () => {
    expect(tops([card('a', 200), card('b', 210), card('c', 220)], 10, 0)).toEqual({ a: 100, b: 210, c: 320 });
  });

  it('puts none above the floor', () => {
    expect(tops([card('a', 50), card('b', 60), card('c', 70)], 10, 0)).toEqual({ a: 0, b: 110, c: 220 });
  });

  it('puts the one in focus at its passage, and slides the others out of its way, above the floor too', () => {
    expect(tops([card('a', 0), card('b', 10)], 10, 0, 'b')).toEqual({ a: -100, b: 10 });
    expect(tops([card('a', 0), card('b', 10)], 10, 0, 'a')).toEqual({ a: 0, b: 110 });
    const tall = [card('a', 200), card('b', 400, 900), card('c', 410)];
    expect(tops(tall, 10, 0, 'b')).toEqual({ a: 200, b: 400, c: 1310 });
  });

  const boxes = fc
    .array(fc.tuple(fc.nat(2000), fc.integer({ min: 20, max: 300 })), { maxLength: 20 })
    .map((all) => all.toSorted(([a], [b]) => a - b).map(([anchor, height], i) => card(String(i), anchor, height)));

  it('never overlaps and keeps the order; the one in focus is level, without one all are under the floor', () => {
    fc.assert(
      fc.property(boxes, fc.nat(25), (all, focus) => {
        const placed = layoutCards(all, 12, 5, String(focus));
        let free = all[focus] ? -Infinity : 5;
        for (const { id, height } of all) {
          expect(placed.get(id)!).toBeGreaterThanOrEqual(free - 1e-6);
          free = placed.get(id)! + height + 12;
        }
        if (all[focus]) expect(placed.get(String(focus))).toBe(all[focus].anchor);
      }),
    );
  });

  it('drifts less in all than cards that are only pushed down', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const placed = layoutCards(all, 12, -Infinity);
        const far = (tops: readonly number[]) => all.reduce((sum, { anchor }, i) => sum + (tops[i]! - anchor) ** 2, 0);
        let free = -Infinity;
        const pushed = all.map(({ anchor, height }) => {
          const top = Math.max(anchor, free);
          free = top + height + 12;
          return top;
        });
        expect(far(all.map(({ id }) => placed.get(id)!))).toBeLessThanOrEqual(far(pushed) + 1e-6);
      }),
    );
  });
});
