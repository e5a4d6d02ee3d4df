import { passageParts } from './passage-parts';

const shown = (passage: Parameters<typeof passageParts>[0]): readonly string[] =>
  passageParts(passage).map(({ text, block, marks }) => (marks ? '> ' : '  ') + text.slice(block.start, block.end));

describe('passageParts', () => {
  it('cuts what stands around into its blocks', () => {
    expect(shown({ before: 'En.\nTo.', text: 'Seoul sier det.', start: 0, end: 5, after: 'Etter.' })).toEqual([
      '  En.',
      '  To.',
      '> Seoul sier det.',
      '  Etter.',
    ]);
  });

  it('marks each block that a longer passage stands in, and counts code points', () => {
    expect(shown({ before: '', text: '🐢 først.\nSå dette.\nIkke dette.', start: 2, end: 18, after: '' })).toEqual([
      '> 🐢 først.',
      '> Så dette.',
      '  Ikke dette.',
    ]);
  });

  it('is empty for a passage without a place', () => {
    expect(shown({ before: '', text: '', start: 0, end: 0, after: '' })).toEqual([]);
  });
});
