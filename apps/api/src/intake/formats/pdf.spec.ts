import { readFile } from './file';
import { ProblemError } from '../../platform/problem-error';

type Said = readonly [text: string, x: number, y: number, size?: number];

/** A PDF by hand: each page a list of texts at places, in Helvetica. */
function pdf(pages: readonly (readonly Said[])[], trailer = ''): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((said, index) => {
      const content = said
        .map(([text, x, y, size = 10]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`)
        .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const at = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
const read = async (pages: readonly (readonly Said[])[]) => (await readFile('.pdf', pdf(pages))).text;
const codeOf = (bytes: Uint8Array) =>
  readFile('.pdf', bytes).then(
    () => 'none',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

describe('readPdf', () => {
  it('finds headings, paragraphs by spacing, and undoes hyphens at line ends', async () => {
    const { text, blocks } = await read([
      [
        ['Broen \xe5pner i mai', 50, 700, 24],
        ['Fylket bygger en ny bro over fjor-', 50, 650],
        ['den. Den blir lang.', 50, 638],
        ['Den har en Nord-', 50, 608],
        ['Norge-bane.', 50, 596],
      ],
    ]);
    expect(text).toBe(
      'Broen åpner i mai\nFylket bygger en ny bro over fjorden. Den blir lang.\nDen har en Nord-Norge-bane.',
    );
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['paragraph', undefined],
    ]);
  });

  it('reads columns one after the other, and drops what runs along the edges', async () => {
    const page = (number: number, left: string, right: string): Said[] => [
      ['Avisa 1. desember', 50, 780],
      [`${left} linje en`, 50, 600],
      [`${left} linje to.`, 50, 588],
      [`${right} linje en`, 330, 600],
      [`${right} linje to.`, 330, 588],
      [`Side ${number}`, 290, 20],
    ];
    const { text } = await read([page(1, 'Venstre', 'H\xf8yre'), page(2, 'Tredje', 'Fjerde')]);
    expect(text).toBe(
      'Venstre linje en Venstre linje to.\nHøyre linje en Høyre linje to.\nTredje linje en Tredje linje to.\nFjerde linje en Fjerde linje to.',
    );
  });

  it('says what is wrong with a file', async () => {
    expect(await codeOf(pdf([[]]))).toBe('scanned-file');
    expect(
      await codeOf(
        pdf(
          [[['x', 50, 600]]],
          '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >> /ID [(a) (a)]',
        ),
      ),
    ).toBe('encrypted-file');
    expect(await codeOf(Buffer.from('%PDF-1.7\nikke mer'))).toBe('broken-file');
    expect(await codeOf(pdf(Array.from({ length: 301 }, () => [])))).toBe('too-large');
  });
});
