import type { CitationView } from '@belegg/contract';
import { changesSince, isNothing, type Statement } from './what-changed';

const citation = (id: string, more: Partial<CitationView> = {}): CitationView => ({
  id,
  sourceId: `source of ${id}`,
  sourceRevision: 1,
  cited: { kind: 'newspaper', name: 'Avisen' },
  lineage: [],
  stance: 'supports',
  locator: '',
  quote: '',
  translation: '',
  protected: false,
  ...more,
});
const said = (more: Partial<Statement> = {}, exact = 'Seoul vurderer'): Statement => ({
  verdict: 'confirmed',
  rationale: 'Sagt på TV.',
  citations: [citation('1')],
  selector: [
    { type: 'TextPositionSelector', start: 0, end: 3 },
    { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
  ],
  ...more,
});

describe('changesSince', () => {
  it('finds nothing where nothing changed', () => {
    expect(changesSince(said(), said())).toEqual({ citations: [] });
    expect(isNothing(changesSince(said(), said()))).toBe(true);
  });

  it.each([
    ['verdict', said({ verdict: 'disputed' }), { verdict: 'confirmed' }],
    [
      'rationale',
      said({ rationale: 'Sagt på radio.' }),
      {
        rationale: [
          { kind: 'same', text: 'Sagt på ' },
          { kind: 'removed', text: 'TV' },
          { kind: 'added', text: 'radio' },
          { kind: 'same', text: '.' },
        ],
      },
    ],
    [
      'passage',
      said({}, 'Seoul'),
      {
        passage: [
          { kind: 'same', text: 'Seoul' },
          { kind: 'removed', text: ' vurderer' },
        ],
      },
    ],
  ])('says what became of the %s', (_, now, expected) => {
    expect(changesSince(said(), now)).toEqual({ citations: [], ...expected });
    expect(isNothing(changesSince(said(), now))).toBe(false);
  });

  it('tells sources that came, went and changed', () => {
    const before = said({ citations: [citation('1'), citation('2'), citation('3', { url: 'https://a.example/' })] });
    const now = said({ citations: [citation('2', { stance: 'refutes' }), citation('3'), citation('4')] });
    expect(changesSince(before, now).citations.map(({ kind, citation: { id } }) => `${kind} ${id}`)).toEqual([
      'changed 2',
      'changed 3',
      'added 4',
      'removed 1',
    ]);
  });

  it('does not mind the order of fields or of sources', () => {
    const [a, b] = [citation('1', { url: 'https://a.example/' }), citation('2')];
    const shuffled = Object.fromEntries(Object.entries(a).reverse()) as CitationView;
    expect(changesSince(said({ citations: [a, b] }), said({ citations: [b, shuffled] })).citations).toEqual([]);
  });
});
