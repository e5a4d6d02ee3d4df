import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { sampleReport } from '../../test/sample-report';
import { pdfDocument } from './document';
import { typeset } from './typesetter';

const set = (title: string, rationale = title) =>
  typeset(pdfDocument(sampleReport({ title, rationale }), undefined), 0);
const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;

describe('setting a PDF', () => {
  it('shows characters that no font has by their code points, and names them', async () => {
    const text = await textOf(set('Thai ไ og 😀 og 👩‍🚀, 한국 漢字'));
    for (const shown of ['[U+0E44]', '[U+1F600]', '[U+1F469]', 'U+0E44, U+1F469', '한국', '漢字'])
      expect(text.replace(/\s+/g, ' ')).toContain(shown);
  });

  it('shows an address with a character that no font has', async () => {
    const report = sampleReport({ url: 'https://example.test/ไ' });
    expect(await textOf(typeset(pdfDocument(report, undefined), 0))).toContain('[U+0E44]');
  });

  it('never fails for the characters of a text', () => {
    const scripts = fc.constantFrom(
      ...'ไทยአማርኛ한국漢字אבعربनि𐎀𝔄ⴰ',
      '\u0301',
      '\u0007',
      '\uFFFE',
      '\uE000',
      '\u200D',
      '\u202E',
      '\u{E0041}',
    );
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: scripts }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(any, any, (title, rationale) => set(`a${title}`, rationale).subarray(0, 5).toString() === '%PDF-'),
      { numRuns: 6 },
    );
  });
});
