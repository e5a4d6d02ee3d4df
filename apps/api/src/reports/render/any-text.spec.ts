import type { Report } from '@belegg/contract';
import { blocksOfPlainText, canonicalize, CodePointText } from '@belegg/domain';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { sampleReport } from '../test/sample-report';
import { typeset } from './pdf/typesetter';
import { renderers } from './renderers';

const scripts = fc.constantFrom(
  ...['ไทย', 'አማርኛ', '한국어', '漢字かな', 'العربية', 'עברית', 'हिन्दी', 'Кириллица', 'ελληνικά', '𝔄𐎀ⴰ', '👩‍🚀🇳🇴1️⃣'],
  ...[
    'e\u0301',
    '\u0301\u0302\u0323',
    '\u200D\u200B\u00AD',
    '\u202E\u2066\u2069',
    '\uE000\u{E0041}',
    '\uFFFE\uFFFF',
    '\u{1FFFF}',
  ],
  ...[
    '\u0001\u0007\u001B\u007F\u0085',
    '\u2028\u2029\v\f',
    '\t  \u00A0',
    'a'.repeat(400),
    '_x0041_',
    ']]>',
    '<b>&amp;"\'',
    '=1+1',
    '#"$',
    '-',
  ],
);
const words = fc
  .oneof(
    fc.array(scripts, { minLength: 1, maxLength: 6 }).map((all) => all.join(' ')),
    fc.string({ unit: 'binary' }),
  )
  .map((text) => canonicalize(`x${text}`));

/** A report of such texts in all the places where people write. */
function reportOf([title = '', rationale = '', sourceName = '', quote = '', text = '']: readonly string[]): Report {
  const sample = sampleReport({ title, rationale, sourceName, quote });
  const { length } = new CodePointText(text);
  const claims = sample.claims.map((claim, index) => ({
    ...claim,
    exact: text,
    range: { start: 0, end: Math.min(length, index + 1) },
  }));
  const revision = { ...sample.revision, text, blocks: blocksOfPlainText(text), marks: [] };
  return { ...sample, newsroom: { ...sample.newsroom, name: quote }, revision, claims, sentences: [] };
}

/** @throws Error when a part of an office file is no XML */
function assertParts(bytes: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(strFromU8(part)).close();
  }
}

describe('any text that is taken in', () => {
  const texts = fc.array(words, { minLength: 5, maxLength: 5 });
  const context = { sha256: 'a'.repeat(64), base: 'https://belegg.test', self: 'https://belegg.test/r' };

  it('gives every format', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const documents: string[] = [];
        const printer = {
          print: (document: string) => {
            documents.push(document);
            return Promise.resolve(new Uint8Array());
          },
        };
        for (const [format, { render }] of Object.entries(renderers)) {
          const rendered = await render(reportOf(given), { ...context, printer });
          if (format === 'docx' || format === 'xlsx') assertParts(rendered as Uint8Array);
          else if (typeof rendered === 'string') expect(rendered.isWellFormed()).toBe(true);
        }
        expect(documents).toHaveLength(1);
      }),
      { numRuns: Number(process.env['INTAKE_RUNS'] ?? 60) },
    );
  });

  it('gives a PDF', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const printer = { print: (document: string) => Promise.resolve(typeset(document, 0)) };
        const pdf = await renderers.pdf.render(reportOf(given), { ...context, printer });
        expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      }),
      { numRuns: 5 },
    );
  });
});
