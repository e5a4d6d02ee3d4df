import { Describer } from '@belegg/domain';
import { subjectOf, type CurrentText } from './subject';

const articleId = 'a';
const textOf = (text: string, number: number): CurrentText => ({
  articleId,
  text,
  number,
  describer: new Describer(text),
});

describe('subjectOf', () => {
  const first = textOf('Kim reiste. Han kom hjem.', 1);
  const [position, quote] = first.describer.describe({ start: 12, end: 25 });
  const begun = { key: 'k', selector: [position, quote] as [typeof position, typeof quote], articleRevision: 1 };

  it('is the passage, as long as the text is the same', () => {
    expect(subjectOf(begun, first)).toEqual({ articleId, selector: begun.selector, articleRevision: 1 });
  });

  it('is the same words where they stand in another text', () => {
    const now = textOf('I går. Kim reiste. Han kom hjem.', 2);
    const { selector, articleRevision } = subjectOf(begun, now);
    expect([selector?.[0].start, selector?.[1].exact, articleRevision]).toEqual([19, 'Han kom hjem.', 2]);
  });

  it('is the article with the words as a quote, where they are gone', () => {
    expect(subjectOf(begun, textOf('Kim reiste.', 2))).toEqual({ articleId, quote: 'Han kom hjem.' });
  });
});
