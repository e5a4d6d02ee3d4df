import fc from 'fast-check';
import { layoutCards } from './layout-cards';

const card = (id: string, anchor: number, height = 100) => ({ id, anchor, height });
const tops = (...args: Parameters<typeof layoutCards>) => Object.fromEntries(layoutCards(...args));

describe('layoutCards', () => {
  it('puts cards with room beside their passages', () => {
    expect(tops([card('a', 50), card('b', 400)], 10, 0)).toEqual({ a: 50, b: 400 });
  });

  it('pushes down what would overlap', () => {
    expect(tops([card('a', 50), card('b', 60), card('c', 70)], 10, 0)).toEqual({ a: 50, b: 160, c: 270 });
  });

  it('keeps the active one at its passage and moves the others out of its way', () => {
    expect(tops([card('a', 200), card('b', 210), card('c', 220)], 10, 0, 'b')).toEqual({ a: 100, b: 210, c: 320 });
  });

  it('gives up the place of the active one before it goes above the floor', () => {
    expect(tops([card('a', 0), card('b', 10)], 10, 0, 'b')).toEqual({ a: 0, b: 110 });
  });

  it('never overlaps, never goes above the floor and keeps the order', () => {
    const cards = fc
      .array(fc.tuple(fc.nat(2000), fc.integer({ min: 20, max: 300 })), { maxLength: 20 })
      .map((boxes) =>
        boxes.toSorted(([a], [b]) => a - b).map(([anchor, height], i) => card(String(i), anchor, height)),
      );
    fc.assert(
      fc.property(cards, fc.nat(20), (boxes, active) => {
        const placed = layoutCards(boxes, 12, 5, String(active));
        let free = 5;
        for (const { id, height } of boxes) {
          expect(placed.get(id)!).toBeGreaterThanOrEqual(free);
          free = placed.get(id)! + height + 12;
        }
      }),
    );
  });
});
