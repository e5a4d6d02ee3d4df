import { suggestNotCheckable } from './checkability';

describe('suggestNotCheckable', () => {
  it.each([
    ['Avtalen', 'heading', 'heading'],
    ['Les også: Vil ha tunnel', 'aside', 'boilerplate'],
    ['Read more', 'paragraph', 'boilerplate'],
    ['Les meir: Brua', 'heading', 'boilerplate'],
    ['Broen åpnet i 2019.', 'paragraph', undefined],
    ['Slik gjorde vi det.', 'aside', undefined],
  ] as const)('%s in a %s: %s', (sentence, block, expected) => {
    expect(suggestNotCheckable(sentence, block)).toBe(expected);
  });
});
