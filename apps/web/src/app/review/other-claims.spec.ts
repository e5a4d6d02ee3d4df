import { claimsBeside } from './other-claims';
import { reviewItem } from './test/review-item';

const at = (id: string, start: number, end: number, outcome: 'unchanged' | 'orphaned' = 'unchanged') =>
  reviewItem(id, {
    annotation: {
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact: 'x', prefix: '', suffix: '' },
      ],
      anchor: { outcome },
    },
  }).annotation;

describe('claimsBeside', () => {
  it('are those that share a sentence, wherever in it, and have a place in the text', () => {
    const sentences = [
      { start: 0, end: 20 },
      { start: 21, end: 40 },
      { start: 41, end: 60 },
    ];
    const own = at('own', 22, 25);
    const all = [own, at('before', 0, 19), at('beside', 30, 39), at('across', 15, 24), at('lost', 22, 25, 'orphaned')];
    expect(claimsBeside(own, all, sentences).map(({ id }) => id)).toEqual(['beside', 'across']);
  });
});
