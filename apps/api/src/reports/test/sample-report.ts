import type { Report } from '@belegg/contract';
import {
  assembleReport,
  blocksOfPlainText,
  segment,
  type CitationFacts,
  type Selector,
  type SourceFacts,
  type Status,
  type Verdict,
} from '@belegg/domain';

const kari = { id: '0191a000-0000-7000-8000-000000000001', name: 'Kari Holm' };
const mona = { id: '0191a000-0000-7000-8000-000000000002', name: 'Mona Lie' };
const agency = '0191a000-0000-7000-8000-00000000000a';
const paper = '0191a000-0000-7000-8000-00000000000b';
const at = '2024-12-01T15:20:00.000Z';
const text =
  'Broen åpner i mai\nFylket bygger en ny bro over fjorden. Den blir 412 meter lang, ifølge byrået. Den åpner i mai.\nLes også: Ferjene går som før';

type Facts = Parameters<
  typeof assembleReport<
    object,
    Omit<Report['claims'][number]['citations'][number], 'origin'> & CitationFacts,
    Omit<Report['sources'][number], 'origin'> & SourceFacts
  >
>[0];

function selectorOf(exact: string): Selector {
  const start = [...text.slice(0, text.indexOf(exact))].length;
  return [
    { type: 'TextPositionSelector', start, end: start + [...exact].length },
    { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
  ];
}

interface Overrides {
  readonly title?: string;
  readonly rationale?: string;
  readonly sourceName?: string;
  readonly url?: string;
  readonly quote?: string;
  readonly kind?: 'frozen' | 'draft';
  readonly sourceHasChanged?: boolean;
}

/**
 * A small report with claims of each verdict, overlapping ones among them; what is overridden reaches the places that
 * users write.
 */
export function sampleReport({
  title = 'Broen åpner i mai',
  rationale = '**Byrået** skriver det.',
  sourceName = 'Byrået',
  url = 'https://example.test/bro',
  quote = '412 meter',
  kind = 'frozen',
  sourceHasChanged = false,
}: Overrides = {}): Report {
  const blocks = blocksOfPlainText(text);
  const claim = (n: number, exact: string, verdict: Verdict, status: Status): Facts['annotations'][number] => ({
    id: `0191a000-0000-7000-8000-0000000000f${n}`,
    revision: 1,
    verdict,
    status,
    rationale,
    selector: selectorOf(exact),
    anchor: { outcome: 'unchanged' },
    citations: [
      {
        id: `0191a000-0000-7000-8000-0000000001f${n}`,
        sourceId: agency,
        sourceRevision: 1,
        lineage: [],
        stance: 'supports',
        url,
        locator: 'side 2',
        quote,
        quoteLanguage: 'nb',
        translation: '',
        accessedAt: '2024-11-30',
        protected: false,
      },
      {
        id: `0191a000-0000-7000-8000-0000000002f${n}`,
        sourceId: paper,
        sourceRevision: 1,
        sourceChanged: sourceHasChanged ? true : undefined,
        lineage: [{ sourceId: agency, sourceRevision: 1 }],
        stance: 'supports',
        locator: '',
        quote: '',
        translation: '',
        protected: false,
      },
    ],
    authors: [kari],
    createdAt: at,
    updatedAt: at,
    steps:
      status === 'approved'
        ? [{ kind: 'approved', annotationRevision: 1, articleRevision: 1, by: mona, at, comment: '' }]
        : [],
  });
  return assembleReport({
    head: {
      format: 'belegg-report/1',
      kind,
      createdAt: at,
      newsroom: {
        id: '0191a000-0000-7000-8000-0000000000c0',
        name: 'Fjordavisa',
        contact: 'rettelser@fjordavisa.test',
      },
      article: {
        id: '0191a000-0000-7000-8000-0000000000d0',
        title,
        author: 'Per Skriver',
        date: '2024-12-01',
        language: 'nb',
      },
      revision: {
        id: '0191a000-0000-7000-8000-0000000000e0',
        number: 2,
        sha256: 'a'.repeat(64),
        createdAt: at,
        text,
        blocks,
        marks: [],
      },
      signOff: kind === 'frozen' ? { by: mona, at, number: 1 } : undefined,
      overlaps: [],
    } satisfies Omit<Report, 'coverage' | 'verdicts' | 'claims' | 'sources' | 'sentences' | 'corrections'>,
    annotations: [
      claim(1, 'Fylket bygger en ny bro over fjorden.', 'confirmed', 'approved'),
      claim(2, '412 meter lang, ifølge byrået. Den åpner', 'disputed', 'approved'),
      claim(3, 'Den åpner i mai.', 'denied', kind === 'draft' ? 'submitted' : 'approved'),
    ],
    sources: [
      {
        id: agency,
        revision: 1,
        keys: [],
        name: sourceName,
        kind: 'newsAgency' as const,
        note: '',
        url,
        protected: false,
        description: '',
      },
      {
        id: paper,
        revision: 1,
        keys: [],
        name: `Avisa ${sourceName}`,
        kind: 'newspaper' as const,
        note: '',
        protected: false,
        description: '',
      },
    ],
    sentences: segment(text, blocks, 'nb').map((sentence) => ({
      ...sentence,
      words: 1,
      openWords: 0,
      open: [],
      ...(sentence.block === 1
        ? { state: 'approved' as const }
        : { state: 'notCheckable' as const, reason: 'boilerplate' as const, markedBy: kari, confirmedBy: mona }),
    })),
  });
}
