import { CodePointText } from '../text/code-points';
import { blocksOfPlainText } from '../text/plain-text';
import { segment } from '../text/segment';
import { openIn, type StandingText } from './open-in';

const story = 'Broen er 412 meter lang. Den åpner i mai.\nPrisen er 90 millioner. Flott, sier ordføreren.';

const cut = (text: string) => segment(text, blocksOfPlainText(text), 'nb');
const rangeOf = (text: string, exact: string) => {
  const points = new CodePointText(text);
  const start = points.fromUtf16(text.indexOf(exact));
  return { start, end: start + new CodePointText(exact).length };
};

/** All is approved by claims on the first three sentences, and two people left the last one out. */
function standing(changes: Partial<StandingText<{ name: string }>> = {}): StandingText<{ name: string }> {
  const sentences = cut(story);
  const claim = (name: string, exact: string) => ({
    name,
    range: rangeOf(story, exact),
    status: 'approved' as const,
  });
  return {
    text: story,
    sentences,
    segmented: sentences,
    language: 'nb',
    covered: sentences.map((_, index) =>
      index === 3 ? { state: 'notCheckable', confirmedBy: 'Rita' } : { state: 'approved' },
    ),
    claims: [
      claim('length', 'Broen er 412 meter lang.'),
      claim('opening', 'Den åpner i mai.'),
      claim('price', 'Prisen er 90 millioner.'),
    ],
    ...changes,
  };
}

const judge = (text: string, changes?: Partial<StandingText<{ name: string }>>) => {
  const { claims, sentences } = openIn(standing(changes), { text, sentences: cut(text) });
  const points = new CodePointText(text);
  return {
    claims: claims.map(({ claim, anchor }) => [claim.name, anchor.outcome]),
    words: sentences.map(({ words }) => words.map(({ start, end }) => points.slice(start, end))),
  };
};

describe('what would be open in another text', () => {
  it('is nothing in the same one', () => {
    expect(judge(story)).toEqual({ claims: [], words: [] });
  });

  it('is a changed sentence, and the one behind it that may mean something else by it', () => {
    expect(judge(story.replace('412', '421'))).toEqual({
      claims: [
        ['length', 'changed'],
        ['opening', 'unchanged'],
      ],
      words: [['Broen er 421 meter lang'], ['Den åpner i mai']],
    });
  });

  it('is a sentence that was put in', () => {
    expect(judge(story.replace('\n', ' Ingen liker den.\n'))).toEqual({ claims: [], words: [['Ingen liker den']] });
  });

  it('is the claim alone where its words were taken out', () => {
    expect(judge(story.replace('Prisen er 90 millioner. ', ''))).toEqual({
      claims: [['price', 'orphaned']],
      // What stood before it is another sentence now.
      words: [['Flott, sier ordføreren']],
    });
  });

  it('is all that is open in the article itself', () => {
    const [first, second, third] = standing().claims;
    if (!first || !second || !third) throw new Error();
    const { claims, words } = judge(story, { claims: [first, { ...second, status: 'lapsed' }, third] });
    expect(claims).toEqual([['opening', 'unchanged']]);
    expect(words).toEqual([['Den åpner i mai']]);
  });

  it('has orphans among the claims', () => {
    const { claims } = judge(story, {
      claims: [...standing().claims, { name: 'gone', status: 'approved', range: undefined }],
    });
    expect(claims).toEqual([['gone', 'orphaned']]);
  });

  it('is what no second person called not checkable', () => {
    const covered = standing().covered.map((said, index) =>
      index === 3 ? { state: 'notCheckableProposed' as const } : said,
    );
    expect(judge(story, { covered }).words).toEqual([['Flott, sier ordføreren']]);
  });

  it('leaves out the words of a sentence that an approved claim or its confirmed rest covers', () => {
    const [claim] = standing().claims;
    const exact = '412 meter';
    const rest = ['Broen er', 'lang.'].map((part) => rangeOf(story, part));
    const covered = standing().covered.map((said, index) =>
      index === 0 ? { state: 'approvedInPart' as const, rest, confirmedBy: 'Rita' } : said,
    );
    const part = { ...claim, name: 'part', status: 'approved' as const, range: rangeOf(story, exact) };
    const others = standing().claims.slice(1);
    expect(judge(story, { covered, claims: [part, ...others] })).toEqual({ claims: [], words: [] });
    expect(judge(story, { covered, claims: [{ ...part, status: 'returned' }, ...others] }).words).toEqual([[exact]]);
  });
});
