import { sourceKinds, stances } from '../sources/citation';
import { verdicts } from './verdict';
import { weaknesses, weaknessReasons, type WeighedCitation, type WeighedClaim } from './weaknesses';

const today = '2024-12-01';
const good: WeighedCitation = {
  stance: 'supports',
  kind: 'newspaper',
  url: 'https://example.org/a',
  quote: 'It holds.',
  accessedAt: '2024-11-30',
};
const claim = (more: Partial<WeighedClaim> = {}): WeighedClaim => ({
  id: 'a',
  verdict: 'confirmed',
  rationale: 'Because.',
  citations: [good, good],
  independent: 2,
  unspoken: [],
  approved: false,
  ...more,
});
const reasons = (more: Partial<WeighedClaim>) => weaknesses([claim(more)], today)[0]?.reasons ?? [];

describe('weaknesses', () => {
  it('names none of a claim that rests well', () => {
    expect(weaknesses([claim()], today)).toEqual([]);
  });

  it.each<[string, Partial<WeighedClaim>, readonly string[]]>([
    ['no source', { citations: [], independent: 0 }, ['noSource']],
    ['one that only explains', { citations: [{ ...good, stance: 'context' }], independent: 0 }, ['noSource']],
    [
      'confirmed on what refutes',
      { citations: [{ ...good, stance: 'refutes' }], independent: 0 },
      ['strongerThanSources'],
    ],
    ['denied on what supports', { verdict: 'denied' }, ['strongerThanSources']],
    ['disputed on what supports', { verdict: 'disputed' }, []],
    ['one root', { independent: 1 }, ['oneRoot']],
    ['one root that is a document', { citations: [{ ...good, kind: 'document' }], independent: 1 }, []],
    ['no rationale', { rationale: ' \n' }, ['noRationale']],
    ['a number that nothing mentions', { unspoken: [{ text: '14' }] }, ['factUnspoken']],
    ['a translation', { citations: [{ ...good, translation: 'Det holder.' }] }, ['translationUnchecked']],
    ['a translation that was approved', { citations: [{ ...good, translation: 'x' }], approved: true }, []],
    ['no quote', { citations: [{ ...good, quote: '', locator: 'p. 3' }] }, ['noQuote']],
    ['only a link', { citations: [{ ...good, quote: '' }] }, ['noQuote', 'onlyLink']],
    ['a link with evidence', { citations: [{ ...good, quote: '', evidence: 'ab' }] }, []],
    ['an access 91 days ago', { citations: [{ ...good, accessedAt: '2024-09-01' }] }, ['oldAccess']],
    ['an access 90 days ago', { citations: [{ ...good, accessedAt: '2024-09-02' }] }, []],
    ['one old access of two', { citations: [good, { ...good, accessedAt: '2020-01-01' }] }, []],
  ])('%s', (_, more, expected) => {
    expect(reasons(more)).toEqual(expected);
  });

  it('lists the weakest first, and those of one weight as they came', () => {
    const claims = [
      claim({ id: 'fine' }),
      claim({ id: 'b', rationale: '' }),
      claim({ id: 'a', rationale: '' }),
      claim({ id: 'worst', citations: [], independent: 0 }),
    ];
    expect(weaknesses(claims, today).map(({ id }) => id)).toEqual(['worst', 'b', 'a']);
  });

  it('never makes a claim weaker for more evidence, more said or an approval', () => {
    let seed = 11;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const one = <T>(of: readonly T[]): T => of[next(of.length)] as T;
    const citation = (): WeighedCitation => ({
      stance: one(stances),
      kind: one(sourceKinds),
      url: one([undefined, 'https://example.org']),
      locator: one(['', 'p. 3']),
      quote: one(['', 'It holds.']),
      translation: one(['', 'Det holder.']),
      accessedAt: one([undefined, '2020-01-01', today]),
      evidence: one([undefined, 'ab']),
    });
    const supporting = (citations: readonly WeighedCitation[]) =>
      citations.filter(({ stance }) => stance === 'supports').length;
    const weight = (of: WeighedClaim) => weaknesses([of], today)[0]?.weight ?? 0;
    const seen = new Set<string>();
    for (let round = 0; round < 5000; round++) {
      const citations = Array.from({ length: next(4) }, citation);
      const independent = Math.min(supporting(citations), 1 + next(3));
      const before = claim({
        verdict: one(verdicts),
        rationale: one(['', 'Because.']),
        citations,
        independent,
        unspoken: one([[], [{ text: '14' }]]),
      });
      const more = [...citations, citation()];
      const after = {
        ...before,
        citations: more,
        independent: Math.min(supporting(more), Math.max(independent, 1) + next(2)),
      };
      expect(weight(after)).toBeLessThanOrEqual(weight(before));
      expect(weight({ ...before, rationale: 'Because.' })).toBeLessThanOrEqual(weight(before));
      expect(weight({ ...before, unspoken: [] })).toBeLessThanOrEqual(weight(before));
      expect(weight({ ...before, approved: true })).toBeLessThanOrEqual(weight(before));
      for (const reason of weaknesses([before], today)[0]?.reasons ?? []) seen.add(reason);
    }
    expect([...seen].sort()).toEqual([...weaknessReasons].sort());
  });
});
