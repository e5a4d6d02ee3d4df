import fc from 'fast-check';
import type { Status, StepKind } from '../review/status';
import { statuses } from '../review/status';
import { assembleReport, type AnnotationFacts, type CitationFacts, type DatedStep } from './assemble';
import type { EarlierReport } from './corrections';

const open = { protected: false, description: '' };
const kari = { id: 'k', name: 'Kari' };
const ola = { id: 'o', name: 'Ola' };
const step = (kind: StepKind, annotationRevision = 1, at = '2026-01-02T00:00:00.000Z'): DatedStep => ({
  kind,
  annotationRevision,
  articleRevision: 1,
  by: ola,
  at,
  comment: '',
});

const annotation = (
  id: string,
  start: number,
  rest: Partial<AnnotationFacts<CitationFacts>> = {},
): AnnotationFacts<CitationFacts> => ({
  id,
  revision: 1,
  status: 'draft',
  verdict: 'confirmed',
  rationale: 'Fordi.',
  anchor: { outcome: 'unchanged' },
  selector: [
    { type: 'TextPositionSelector', start, end: start + 3 },
    { type: 'TextQuoteSelector', exact: 'abc', prefix: '', suffix: '' },
  ],
  citations: [],
  authors: [kari],
  steps: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...rest,
});
const report = (
  annotations: AnnotationFacts<CitationFacts>[],
  sources: { id: string; name: string; revision?: number; keys?: string[] }[] = [],
  previous?: EarlierReport,
) =>
  assembleReport({
    head: { kind: 'draft' as const },
    annotations,
    sources: sources.map((source) => ({ revision: 1, keys: [], ...source, ...open })),
    sentences: [],
    previous,
  });

describe('assembleReport', () => {
  it('numbers claims in the order of the text, orphans last', () => {
    const { claims } = report([
      annotation('late', 40),
      annotation('lost', 2, { anchor: { outcome: 'orphaned' } }),
      annotation('early', 10),
    ]);
    expect(claims.map(({ number, annotationId, range }) => [number, annotationId, range])).toEqual([
      [1, 'early', { start: 10, end: 13 }],
      [2, 'late', { start: 40, end: 43 }],
      [3, 'lost', undefined],
    ]);
  });

  it('leaves out what was retired and counts verdicts of the rest', () => {
    const { claims, verdicts } = report([
      annotation('a', 1, { verdict: 'denied' }),
      annotation('b', 2, { status: 'retired', verdict: 'denied' }),
    ]);
    expect(claims).toHaveLength(1);
    expect(verdicts).toEqual({ confirmed: 0, denied: 1, disputed: 0 });
  });

  it('names the last approval of what is approved, and none for anything else', () => {
    const steps = [
      step('submitted'),
      step('approved', 1, '2026-01-02T00:00:00.000Z'),
      step('submitted', 2),
      step('approved', 2, '2026-01-05T00:00:00.000Z'),
    ];
    const { claims } = report([
      annotation('a', 1, { status: 'approved', steps }),
      annotation('b', 2, { status: 'lapsed', steps }),
    ]);
    expect(claims.map(({ approval }) => approval)).toEqual([
      { by: ola, at: '2026-01-05T00:00:00.000Z', articleRevision: 1 },
      undefined,
    ]);
  });

  const cite = (sourceId: string, more: Partial<CitationFacts> = {}): CitationFacts => ({
    id: `c-${sourceId}`,
    sourceId,
    sourceRevision: 1,
    stance: 'supports',
    lineage: [],
    ...more,
  });
  const agency = { sourceId: 's1', sourceRevision: 1 };

  it('counts three outlets that repeat one agency as one independent source, and names whom each repeats', () => {
    const sources = [
      { id: 's1', name: 'Byrå' },
      { id: 's2', name: 'Avis' },
      { id: 's3', name: 'Radio' },
      { id: 's4', name: 'Ubrukt' },
    ];
    const citations = [cite('s1'), cite('s2', { lineage: [agency] }), cite('s3', { lineage: [agency], relays: 's1' })];
    const { claims, sources: cited } = report([annotation('a', 1, { citations })], sources);
    expect(claims[0]).toMatchObject({ supporting: 3, independent: 1 });
    const origin = { id: 's1', name: 'Byrå', ...open };
    expect(claims[0]?.citations).toEqual([
      { id: 'c-s1', sourceId: 's1', sourceRevision: 1, stance: 'supports' },
      { id: 'c-s2', sourceId: 's2', sourceRevision: 1, stance: 'supports', origin },
      { id: 'c-s3', sourceId: 's3', sourceRevision: 1, stance: 'supports', origin },
    ]);
    expect(cited.map(({ name }) => name)).toEqual(['Avis', 'Byrå', 'Radio']);
  });

  it('prints each source as it was cited, and says where it has changed since', () => {
    const sources = [
      { id: 's1', name: 'KCNA' },
      { id: 's1', name: 'Reuters', revision: 2 },
    ];
    const citations = [cite('s1', { sourceChanged: true }), cite('s1', { id: 'later', sourceRevision: 2 })];
    const { claims, sources: cited } = report([annotation('a', 1, { citations })], sources);
    expect(cited.map(({ name, revision }) => [name, revision])).toEqual([
      ['KCNA', 1],
      ['Reuters', 2],
    ]);
    expect(claims[0]?.citations.map(({ sourceChanged }) => sourceChanged)).toEqual([true, undefined]);
  });

  it('counts sources as one that share a name or domain as they were cited', () => {
    const sources = [
      { id: 's1', name: 'KCNA', keys: ['name:kcna'] },
      { id: 's2', name: 'kcna', keys: ['name:kcna'] },
    ];
    const { claims } = report([annotation('a', 1, { citations: [cite('s1'), cite('s2')] })], sources);
    expect(claims[0]).toMatchObject({ supporting: 1, independent: 1 });
  });

  it('logs what a later sign-off says otherwise than the one before, on top of what was logged then', () => {
    const first = {
      ...report([annotation('same', 1), annotation('judged', 2), annotation('gone', 3), annotation('reasoned', 4)]),
      signOff: { number: 1, at: '2026-01-03T00:00:00.000Z' },
    };
    expect(first.corrections).toEqual([]);
    const later = [
      annotation('same', 1),
      annotation('judged', 2, { verdict: 'denied' }),
      annotation('new', 5),
      annotation('reasoned', 4, { rationale: 'Bedre.' }),
    ];
    const second = { ...report(later, [], first), signOff: { number: 2, at: '2026-01-04T00:00:00.000Z' } };
    expect(second.corrections).toEqual([
      {
        since: 1,
        sinceAt: '2026-01-03T00:00:00.000Z',
        changes: [
          { kind: 'verdict', exact: 'abc', from: 'confirmed', to: 'denied' },
          { kind: 'rationale', exact: 'abc', to: 'confirmed' },
          { kind: 'added', exact: 'abc', to: 'confirmed' },
          { kind: 'removed', exact: 'abc', from: 'confirmed' },
        ],
      },
    ]);
    expect(report(later, [], second).corrections).toEqual(second.corrections);
  });

  it('gives the same report for the same facts in any order', () => {
    const facts = fc.uniqueArray(
      fc.record({ id: fc.uuid(), start: fc.nat(50), status: fc.constantFrom<Status>(...statuses) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(facts, (list) => {
        const made = list.map(({ id, start, status }) => annotation(id, start, { status }));
        expect(report(made.toReversed())).toEqual(report(made));
      }),
    );
  });
});
