import type { Report, ReportFormat } from '@belegg/contract';
import { sumCoverage } from '@belegg/domain';
import { PdfPrinter } from '../../../apps/api/src/reports/render/pdf/pdf-printer';
import { pdfDocument } from '../../../apps/api/src/reports/render/pdf/document';
import { typeset } from '../../../apps/api/src/reports/render/pdf/typesetter';
import { renderers } from '../../../apps/api/src/reports/render/renderers';

const [format = 'html', count = '25'] = process.argv.slice(2);
const id = (n: number): string => `0191a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = '2024-12-01T15:20:00.000Z';
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A report of so many claims, one on each sentence, two citations each. */
function reportOf(claims: number): Report {
  const sentences = Array.from(
    { length: claims },
    (_, n) => `Setning nummer ${n + 1} sier at kommunen bygger en ny bro over fjorden.`,
  );
  const blocks = Array.from({ length: Math.ceil(claims / 5) }, (_, n) => sentences.slice(n * 5, n * 5 + 5).join(' '));
  const starts: number[] = [];
  for (const [n, sentence] of sentences.entries())
    starts.push(n === 0 ? 0 : (starts[n - 1] ?? 0) + (sentences[n - 1]?.length ?? sentence.length) + 1);
  const offsets = [0];
  for (const block of blocks) offsets.push((offsets.at(-1) ?? 0) + block.length + 1);
  return {
    format: 'belegg-report/1',
    kind: 'frozen',
    createdAt: at,
    newsroom: { id: id(1), name: 'Fjordavisa', contact: 'rettelser@fjordavisa.test' },
    article: { id: id(2), title: 'Broen', author: 'Per Skriver', date: '2024-12-01', language: 'nb' },
    revision: {
      id: id(3),
      number: 1,
      sha256: 'a'.repeat(64),
      createdAt: at,
      text: blocks.join('\n'),
      marks: [],
      blocks: blocks.map((block, n) => ({
        kind: 'paragraph',
        start: offsets[n] ?? 0,
        end: (offsets[n] ?? 0) + block.length,
      })),
    },
    signOff: { by: { id: id(4), name: 'Mona Lie' }, at, number: 1 },
    overlaps: [],
    coverage: sumCoverage(sentences.map(() => ({ state: 'approved' as const, words: 20, openWords: 0 }))),
    verdicts: { confirmed: claims, denied: 0, disputed: 0 },
    claims: sentences.map((exact, n) => ({
      annotationId: id(1000 + n),
      number: n + 1,
      verdict: 'confirmed',
      status: 'approved',
      exact,
      prefix: '',
      suffix: '',
      range: { start: starts[n] ?? 0, end: (starts[n] ?? 0) + exact.length },
      anchor: 'unchanged',
      rationale: '**Kommunen** skriver det i [saksframlegget](https://kommunen.test/sak), og byggherren bekrefter det.',
      annotationRevision: 1,
      authors: [{ id: id(5), name: 'Kari Holm' }],
      createdAt: at,
      updatedAt: at,
      steps: [],
      approval: { by: { id: id(4), name: 'Mona Lie' }, at, articleRevision: 1 },
      citations: [6, 7].map((source) => ({
        id: id(source * 100_000 + n),
        sourceId: id(source),
        stance: 'supports',
        url: 'https://kommunen.test/sak',
        locator: 'side 2',
        quote: 'en ny bro',
        quoteLanguage: 'nb',
        translation: '',
        accessedAt: '2024-11-30',
        protected: false,
      })),
      supporting: 2,
      independent: 2,
    })),
    sources: [6, 7].map((n) => ({
      id: id(n),
      kind: 'authority',
      name: `Kilde ${n}`,
      note: '',
      protected: false,
      description: '',
    })),
    sentences: sentences.map((exact, index) => ({
      index,
      start: starts[index] ?? 0,
      end: (starts[index] ?? 0) + exact.length,
      state: 'approved',
    })),
    corrections: [],
  };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const report = reportOf(Number(count));
if (format === 'typst') {
  const document = pdfDocument(report, undefined);
  typeset(document, 0);
  const [whole, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    bare.push(await timed(() => typeset(document, 0)));
    whole.push(await timed(() => typeset(pdfDocument(report, undefined), 0)));
  }
  console.log(JSON.stringify({ whole: median(whole), bare: median(bare) }));
} else {
  const context = { base: 'https://b.test', self: 'https://b.test/r?format=x', printer: new PdfPrinter() };
  const { render } = renderers[format as ReportFormat];
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < 3; round += 1)
    times.push(
      await timed(async () => {
        bytes = Buffer.byteLength(await render(report, context));
      }),
    );
  console.log(JSON.stringify({ ms: median(times), peak: process.resourceUsage().maxRSS / 1024, bytes }));
}
