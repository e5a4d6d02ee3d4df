import { segment } from '../text/segment';
import { reanchor, type Anchor } from './reanchor';
import { edges, edgeWords } from './test/edge-words';
import { Random } from './test/random';

const before = 'Brannen brøt ut i et lagerbygg på Grønland sent søndag kveld.';
const after = 'Politiet etterforsker saken og vil avhøre flere vitner i dag.';

/** Where a quote of one sentence is when the sentence has become another, and what stands there. */
function follow(quote: string, sentence: string, edited: string): Anchor & { readonly text?: string } {
  const old = `${before} ${sentence} ${after}`;
  const now = `${before} ${edited} ${after}`;
  const start = old.indexOf(quote);
  const [anchor] = reanchor(old, now, [{ start, end: start + quote.length }]);
  return anchor!.outcome === 'orphaned'
    ? anchor!
    : { ...anchor!, text: now.slice(anchor!.range.start, anchor!.range.end) };
}

describe('a suggested place', () => {
  it.each([
    [
      'a number at the start',
      '12 personer døde',
      'I går kveld ble det kjent at 12 personer døde i brannen.',
      '12',
      '14',
    ],
    [
      'a name at the start',
      'Støre møtte Zelenskyj',
      'Ifølge regjeringen var det Støre møtte Zelenskyj i Kyiv i forrige uke.',
      'Støre',
      'Solberg',
    ],
    [
      'a word at the end',
      'møtte Zelenskyj i Kyiv',
      'Statsministeren møtte Zelenskyj i Kyiv i forrige uke.',
      'Kyiv',
      'Lviv',
    ],
    [
      'the first of the sentence',
      'Tolv personer døde',
      'Tolv personer døde i brannen på sykehuset i går.',
      'Tolv',
      'Fjorten',
    ],
    [
      'two words for one',
      'tolv personer døde i brannen',
      'Politiet opplyser at tolv personer døde i brannen på sykehuset.',
      'tolv',
      'minst fjorten',
    ],
  ])('takes in %s', (_, quote, sentence, word, other) => {
    expect(follow(quote, sentence, sentence.replace(word, other))).toMatchObject({
      outcome: 'changed',
      text: quote.replace(word, other),
    });
  });

  it('says that an edge is unsure where the words beyond it were replaced as well', () => {
    const found = follow(
      'tolv personer døde i brannen',
      'Politiet opplyser nå at tolv personer døde i brannen på sykehuset.',
      'Politiet skriver i en melding fredag hvor minst fjorten personer døde i brannen på sykehuset.',
    );
    expect(found).toMatchObject({ outcome: 'changed', unsure: ['start'] });
    expect(found.text).toContain('minst fjorten personer');
  });

  it('does not reach for a new sentence', () => {
    expect(
      follow(
        'Tolv personer døde i brannen.',
        'Tolv personer døde i brannen.',
        'Det melder NTB. Fjorten personer døde i brannen.',
      ),
    ).toMatchObject({ text: 'Fjorten personer døde i brannen.' });
  });

  it('of whole sentences is whole sentences', () => {
    const old = `${before} Tolv personer døde i brannen på sykehuset. ${after}`;
    const now = `${before} Politiet opplyser at tolv personer døde i brannen på sykehuset, og at to ble skadd. ${after}`;
    const cut = (text: string) => segment(text, [{ kind: 'paragraph', start: 0, end: text.length }], 'nb');
    const target = cut(old)[1]!;
    const [anchor] = reanchor(old, now, [{ start: target.start, end: target.end }], { old: cut(old), now: cut(now) });
    expect(anchor).toMatchObject({ outcome: 'changed', difference: 'wording' });
    const { start, end } = cut(now)[1]!;
    expect(anchor!.outcome !== 'orphaned' && anchor!.range).toEqual({ start, end });
  });
});

describe('passages with other words at their edges', () => {
  it.each(edges)('are never suggested without them, and seldom orphaned: %s', (edge) => {
    const tally = { all: 0, placed: 0, omitted: 0, beyond: 0 };
    for (let seed = 1; seed <= 5; seed++) {
      const { oldText, newText, cases } = edgeWords(edge, 150, new Random(seed));
      const anchors = reanchor(
        oldText,
        newText,
        cases.map(({ target }) => target),
      );
      anchors.forEach((anchor, index) => {
        tally.all++;
        if (anchor.outcome === 'orphaned') return;
        const { start, end } = cases[index]!.expected;
        tally.placed++;
        if (anchor.range.start > start || anchor.range.end < end) tally.omitted++;
        if (anchor.range.start < start || anchor.range.end > end) tally.beyond++;
      });
    }
    // A word that was put in by chance may be the very word that was taken out beside it.
    expect(tally.omitted).toBeLessThanOrEqual(edge === 'both' ? 1 : 0);
    expect(tally.beyond).toBe(0);
    expect(1 - tally.placed / tally.all).toBeLessThan(edge === 'both' ? 0.3 : 0.1);
  });
});
