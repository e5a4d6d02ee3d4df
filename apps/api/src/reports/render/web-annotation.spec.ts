import { canonicalize, CodePointText, Describer, stances, verdicts } from '@belegg/domain';
import fc from 'fast-check';
import { readWebAnnotations } from '../../intake';
import { sampleReport } from '../test/sample-report';
import { pageSize, renderWebAnnotations } from './web-annotation';

const base = 'https://belegg.test';
const words = fc.string({
  unit: fc.constantFrom('a', 'å', ' ', '\n', '🚀', '«', '»', '"', '–', '.', '\u200B'),
  maxLength: 60,
});
const statement = fc.record({
  from: fc.nat(),
  length: fc.nat(20),
  verdict: fc.constantFrom(...verdicts),
  rationale: fc.constantFrom('', 'Fordi', 'denied', '**Fet**\n\n> sitat · med «tegn»'),
  stance: fc.constantFrom(...stances),
  name: fc.constantFrom('KCNA', 'Navn · avdeling', 'Ting'),
  quote: fc.constantFrom('', 'Det er feil', 'To\nlinjer · «her» · og der'),
  locator: fc.constantFrom('', 's. 3', 's. 3 · spalte 2'),
  accessedAt: fc.constantFrom(undefined, '2026-01-31'),
});

describe('the report as Web Annotations', () => {
  it('comes back whole onto the same text', () => {
    const sample = sampleReport();
    const [claim] = sample.claims;
    const cited = sample.claims.flatMap(({ citations }) => citations)[0];
    const [source] = sample.sources;
    if (!claim || !cited || !source) throw new Error('The sample has a claim, a citation and a source.');
    fc.assert(
      fc.property(words, fc.array(statement, { maxLength: 5 }), (raw, statements) => {
        const text = canonicalize(`${raw}x`);
        const { length } = new CodePointText(text);
        const describer = new Describer(text);
        const made = statements.map(({ from, length: long, verdict, rationale, name, ...citation }, index) => {
          const start = from % length;
          const range = { start, end: Math.min(length, start + 1 + long) };
          const [, { exact, prefix, suffix }] = describer.describe(range);
          return {
            range,
            source: { ...source, id: `s${index}`, name },
            claim: {
              ...claim,
              annotationId: `a${index}`,
              ...{ range, exact, prefix, suffix, verdict, rationale },
              citations: [{ ...cited, ...citation, sourceId: `s${index}`, url: 'https://kilde.test/side' }],
            },
          };
        });
        const report = { ...sample, claims: made.map((one) => one.claim), sources: made.map((one) => one.source) };
        const json: unknown = JSON.parse(JSON.stringify(renderWebAnnotations(report, { base, self: `${base}/r?x` })));
        const { drafts, notFound } = readWebAnnotations(json, text);
        expect(notFound).toEqual([]);
        expect(drafts).toEqual(
          made.map(({ range, claim: { verdict, rationale }, source: { name } }, index) => {
            const { stance, quote, locator, accessedAt } = statements[index] ?? {};
            const url = 'https://kilde.test/side';
            const citation = { stance, quote, locator, accessedAt, url, source: { name, kind: 'other', url } };
            return { range, verdict, rationale, citations: [citation] };
          }),
        );
      }),
    );
  });

  it('names the page that a collection does not hold, so that nothing is left out unseen', () => {
    const sample = sampleReport();
    const claims = Array.from({ length: pageSize + 1 }, (_, index) => ({
      ...sample.claims[0]!,
      annotationId: `a${index}`,
    }));
    const json = renderWebAnnotations({ ...sample, claims }, { base, self: `${base}/r?x` });
    const { drafts, notFound } = readWebAnnotations(json, sample.revision.text);
    expect(drafts).toHaveLength(pageSize);
    expect(notFound).toEqual([{ exact: `${base}/r?x&page=2` }]);
  });
});
