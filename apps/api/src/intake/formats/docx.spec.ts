import { CodePointText } from '@belegg/domain';
import { strToU8, zipSync } from 'fflate';
import { ProblemError } from '../../platform/problem-error';
import { readFile } from './file';
import { docx, p, r } from './word/test/docx';

const readDocx = (bytes: Uint8Array) => readFile('.docx', bytes);

const open = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const close = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const comment = (id: number, author: string, ...lines: string[]) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2024-12-01T10:00:00Z">${lines.map((line) => p(r(line))).join('')}</w:comment>`;
const codeOf = async (bytes: Uint8Array) =>
  readDocx(bytes).then(
    () => 'none',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

/** The same archive with a lie about the size of an entry. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const file = Buffer.from(bytes);
  const entry = file.lastIndexOf(name) - 46;
  file.writeUInt32LE(size, entry + 24);
  return file;
}

describe('readDocx', () => {
  it('reads headings, quotes, marks and tables', async () => {
    const { text } = await readDocx(
      docx(
        p(r('Broen'), 'Overskrift1') +
          p(r('En ') + r('lang', '<w:b/>') + r(' bro.')) +
          p(r('Hun sa det.'), 'Sitat') +
          `<w:tbl><w:tr><w:tc>${p(r('celle'))}</w:tc></w:tr></w:tbl>`,
      ),
    );
    expect(text.text).toBe('Broen\nEn lang bro.\nHun sa det.\ncelle');
    expect(text.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quote', 'aside']);
    expect(text.marks).toEqual([{ kind: 'strong', start: 9, end: 13 }]);
    expect(text.dropped).toEqual([]);
  });

  it('puts comments on their passages: across formatting, paragraphs and each other, with emoji and joined marks', async () => {
    const body =
      p(`${r('Før 😀 ')}${open(0)}${r('fet', '<w:b/>')}${open(1)}${r(' og tynn', '')}${close(0)}${r(' til')}`) +
      p(`${r('neste ')}${r('ka')}${close(1)}${open(2)}${r('fe\u0301')}${close(2)}${r(' slutt.')}`);
    const comments =
      comment(0, 'Kari', 'Omstridt · Godkjent', 'Fordi &lt;det&gt;', '', 'Og mer') +
      comment(1, 'Ola', 'denied') +
      comment(2, 'Per Å', 'Stemmer dette?', 'Sjekk.') +
      comment(3, 'X', 'uten sted');
    const { text, drafts, threads = [] } = await readDocx(docx(body, { comments }));
    expect(drafts.map(({ verdict, rationale }) => [verdict, rationale])).toEqual([
      ['disputed', 'Fordi <det>\n\nOg mer'],
    ]);
    expect(threads.map(({ place, exact, comments: said }) => [place, exact, said[0]?.text])).toEqual([
      ['passage', 'og tynn til\nneste ka', 'denied'],
      ['passage', 'fé', 'Stemmer dette?\nSjekk.'],
      ['article', '', 'uten sted'],
    ]);
    const points = new CodePointText(text.text);
    for (const { range, exact } of threads) if (range) expect(points.slice(range.start, range.end)).toBe(exact);
    expect(text.text).toBe('Før 😀 fet og tynn til\nneste kafé slutt.');
    expect(text.marks).toHaveLength(1);
  });

  it('keeps replies, what is resolved, and comments at a point, on deleted words, in notes and in tables', async () => {
    const said = (id: number, text: string) =>
      `<w:comment w:id="${id}" w:author="Kari" w:date="2026-11-20T10:00:00Z"><w:p w14:paraId="0000000${id}">${r(text)}</w:p></w:comment>`;
    const { text, threads = [] } = await readDocx(
      docx(
        p(
          `${open(0)}${open(1)}${r('Norge har 5,6 millioner.')}${close(0)}${close(1)}${open(2)}${close(2)}${r(' Slutt.')}`,
        ) +
          p(
            `${r('Hun sa ')}${open(3)}<w:del w:id="9" w:author="K"><w:r><w:delText>alt er løgn</w:delText></w:r></w:del>${close(3)}${r('ja.')}`,
          ) +
          `<w:tbl><w:tr><w:tc>${p(`${open(4)}${r('Skatt')}${close(4)}`)}</w:tc><w:tc>${p(r('22 prosent'))}</w:tc></w:tr></w:tbl>` +
          p(`${r('Tallet')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
        {
          comments: [
            said(0, 'Stemmer dette? Se https://www.ssb.no/folketall.'),
            said(1, 'Ja.'),
            ...[2, 3, 4, 5].map((id) => said(id, `OK, done ${id}`)),
          ].join(''),
          commentsExtended:
            '<w15:commentEx w15:paraId="00000000" w15:done="1"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="1"/>',
          footnotes: `<w:footnote w:id="2">${p(`${open(5)}${r('Ifølge SSB.')}${close(5)}`)}</w:footnote>`,
        },
      ),
    );
    expect(text.text).toBe(
      'Norge har 5,6 millioner. Slutt.\nHun sa ja.\nSkatt: 22 prosent\nTallet[1]\n[1] Ifølge SSB.',
    );
    expect(text.dropped).toEqual([{ kind: 'deleted', count: 1, sample: 'alt er løgn' }]);
    expect(threads.map(({ place, exact, resolved, comments }) => [place, exact, resolved, comments.length])).toEqual([
      ['passage', 'Norge har 5,6 millioner.', true, 2],
      ['point', '', false, 1],
      ['deleted', 'alt er løgn', false, 1],
      ['passage', 'Skatt', false, 1],
      ['passage', 'Ifølge SSB.', false, 1],
    ]);
    expect(threads[0]?.comments[0]).toMatchObject({
      author: 'Kari',
      at: '2026-11-20T10:00:00.000Z',
      links: ['https://www.ssb.no/folketall'],
    });
  });

  it.each<[string, string, string]>([
    ['a field', '<w:fldSimple w:instr=" DATE ">' + r('24. november') + '</w:fldSimple>', '24. november'],
    ['a raised figure', r('10') + r('6', '<w:vertAlign w:val="superscript"/>') + r(' biter'), '10⁶ biter'],
    ['struck and new figures', r('Prisen er ') + r('12', '<w:strike/>') + r('15'), 'Prisen er 15'],
    ['a hidden run', r('Åpent.') + r(' Hemmelig.', '<w:vanish/>'), 'Åpent.'],
    ['a tab and a break', r('a') + '<w:r><w:tab/></w:r>' + r('b') + '<w:r><w:br/></w:r>' + r('c'), 'a b\nc'],
    ['a hyphen that does not break', r('A') + '<w:r><w:noBreakHyphen/></w:r>' + r('4'), 'A\u20114'],
  ])('reads %s', async (_, body, wanted) => {
    expect((await readDocx(docx(p(body)))).text.text).toBe(wanted);
  });

  it('puts the head of a table before each of its cells', async () => {
    const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(r(cell))}</w:tc>`).join('')}</w:tr>`;
    const { text } = await readDocx(
      docx(`<w:tbl>${row('', '2023', '2024')}${row('Ledighet', '1,8 prosent', '2,1 prosent')}</w:tbl>`),
    );
    expect(text.text).toBe('Ledighet 2023: 1,8 prosent; 2024: 2,1 prosent');
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a ZIP that is no DOCX', () => zipSync({ 'a.txt': strToU8('hei') }), 'broken-file'],
    ['a DOCX cut off', () => docx(p(r('x'))).slice(0, 900), 'broken-file'],
    ['a DOCX whose XML ends early', () => docx('<w:p><w:r><w:t>x'), 'broken-file'],
    [
      'a document type',
      () => docx('', {}, { 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>') }),
      'broken-file',
    ],
    [
      'more entries than a document has',
      () => zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`a${index}`, strToU8('')]))),
      'broken-file',
    ],
    [
      'a bomb',
      () => lying(docx(p(r('x')), {}, { 'word/a.xml': strToU8('a') }), 'word/a.xml', 65 * 1024 * 1024),
      'broken-file',
    ],
    [
      'a bomb that says it is small',
      () => lying(docx(p(r('x')), {}, { 'word/a.xml': new Uint8Array(4 * 1024 * 1024) }), 'word/a.xml', 10),
      'none',
    ],
    ['an entry that says it is larger', () => lying(docx(p(r('x'))), 'word/document.xml', 60_000), 'broken-file'],
    [
      'a locked document',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(600),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      'encrypted-file',
    ],
    [
      'an old Word file',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'old-word-file',
    ],
  ])('says what is wrong with %s', async (_, bytes, code) => {
    expect([code, 'broken-file']).toContain(await codeOf(bytes()));
    if (code !== 'none') expect(await codeOf(bytes())).toBe(code);
  });

  it('never fails otherwise, wherever a byte is changed or the file ends', async () => {
    const whole = docx(p(`${open(0)}${r('En setning.')}${close(0)}`), { comments: comment(0, 'A', 'Ja') });
    for (let at = 1; at < whole.length; at += 37) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(['none', 'broken-file', 'invalid']).toContain(await codeOf(changed));
      expect(await codeOf(whole.slice(0, at))).toBe('broken-file');
    }
  });
});
