import fc from 'fast-check';
import { Graphemes } from './graphemes';
import { oddText } from './test/oddities';

describe('graphemes', () => {
  it('agree with the segmenter at every offset, in any order of asking', () => {
    fc.assert(
      fc.property(oddText, fc.boolean(), (text, backwards) => {
        const borders = new Set(
          [...new Intl.Segmenter('en').segment(text)].map(({ index }) => index).concat(text.length),
        );
        const graphemes = new Graphemes(text);
        const offsets = Array.from({ length: text.length + 1 }, (_, unit) => unit);
        for (const unit of backwards ? offsets.reverse() : offsets)
          expect([unit, graphemes.isBorder(unit)]).toEqual([unit, borders.has(unit)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes the ends of the text, and what lies beyond, for borders', () => {
    expect([-1, 0, 1, 2].map((unit) => new Graphemes('a').isBorder(unit))).toEqual([true, true, true, true]);
  });
});
