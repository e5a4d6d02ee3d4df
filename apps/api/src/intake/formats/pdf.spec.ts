import { readFile } from './file';
import { pdf, type Said } from './test/pdf';
import { ProblemError } from '../../platform/problem-error';

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
        pdf([[['x', 50, 600]]], {
          trailer:
            '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >> /ID [(a) (a)]',
        }),
      ),
    ).toBe('encrypted-file');
    expect(await codeOf(Buffer.from('%PDF-1.7\nikke mer'))).toBe('broken-file');
    expect(await codeOf(pdf(Array.from({ length: 301 }, () => [])))).toBe('too-large');
  });
});
