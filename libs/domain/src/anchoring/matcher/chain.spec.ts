import fc from 'fast-check';
import type { Block } from './blocks';
import { heaviestChain } from './chain';

const blocksOf = (places: readonly number[]): Block[] => places.map((now, old) => ({ old, now, length: 1 }));

describe('the heaviest chain', () => {
  it('keeps the heavier of two that crossed', () => {
    expect([...heaviestChain(blocksOf([1, 0]), Float64Array.of(5, 3))]).toEqual([1, 0]);
    expect([...heaviestChain(blocksOf([1, 0]), Float64Array.of(3, 5))]).toEqual([0, 1]);
    expect([...heaviestChain([], new Float64Array())]).toEqual([]);
  });

  it('ascends, and no other that ascends is heavier', () => {
    const shuffled = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        shuffled,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 9, maxLength: 9 }),
        (places, weights) => {
          const chain = heaviestChain(
            blocksOf(places),
            Float64Array.from(places, (_, index) => weights[index]!),
          );
          const weigh = (chosen: (index: number) => boolean) => {
            const kept = places.flatMap((now, index) => (chosen(index) ? [{ now, weight: weights[index]! }] : []));
            return kept.every(({ now }, index) => index === 0 || kept[index - 1]!.now < now)
              ? kept.reduce((sum, { weight }) => sum + weight, 0)
              : -1;
          };
          const best = Math.max(
            ...Array.from({ length: 2 ** places.length }, (_, set) => weigh((index) => (set >> index) % 2 === 1)),
          );
          expect(weigh((index) => chain[index] === 1)).toBe(best);
        },
      ),
    );
  });
});
