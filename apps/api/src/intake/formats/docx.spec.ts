import { CodePointText } from '@belegg/domain';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { ProblemError } from '../../platform/problem-error';
import { readFile } from './file';

const readDocx = (bytes: Uint8Array) => readFile('.docx', bytes);

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const p = (inner: string, style = '') => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const open = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const close = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const comment = (id: number, author: string, ...lines: string[]) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2024-12-01T10:00:00Z">${lines.map((line) => p(r(line))).join('')}</w:comment>`;

function docx(body: string, comments = '', more: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/styles.xml': strToU8(
      `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Sitat"><w:name w:val="Quote"/></w:style></w:styles>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ),
    ...(comments && { 'word/comments.xml': strToU8(`<w:comments ${namespaces}>${comments}</w:comments>`) }),
    ...more,
  });
}
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
  it('reads headings, quotes, marks, and lists tables as dropped', async () => {
    const { text } = await readDocx(
      docx(
        p(r('Broen'), 'Overskrift1') +
          p(r('En ') + r('lang', '<w:b/>') + r(' bro.')) +
          p(r('Hun sa det.'), 'Sitat') +
          `<w:tbl><w:tr><w:tc>${p(r('celle'))}</w:tc></w:tr></w:tbl>`,
      ),
    );
    expect(text.text).toBe('Broen\nEn lang bro.\nHun sa det.');
    expect(text.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quote']);
    expect(text.marks).toEqual([{ kind: 'strong', start: 9, end: 13 }]);
    expect(text.dropped.map(({ kind }) => kind)).toEqual(['table']);
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
    const { text, drafts, notFound } = await readDocx(docx(body, comments));
    const points = new CodePointText(text.text);
    expect(
      drafts.map(({ range, verdict, rationale }) => [points.slice(range.start, range.end), verdict, rationale]),
    ).toEqual([
      ['fet og tynn', 'disputed', 'Fordi <det>\n\nOg mer'],
      ['og tynn til\nneste ka', 'denied', ''],
      ['fé', 'disputed', 'Per Å: Stemmer dette?\nSjekk.'],
    ]);
    expect(notFound).toEqual([{ exact: '' }]);
    expect(text.text).toBe('Før 😀 fet og tynn til\nneste kafé slutt.');
    expect(text.marks).toHaveLength(1);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a ZIP that is no DOCX', () => zipSync({ 'a.txt': strToU8('hei') }), 'broken-file'],
    ['a DOCX cut off', () => docx(p(r('x'))).slice(0, 900), 'broken-file'],
    ['a DOCX whose XML ends early', () => docx('<w:p><w:r><w:t>x'), 'none'],
    [
      'a document type',
      () => docx('', '', { 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>') }),
      'broken-file',
    ],
    [
      'more entries than a document has',
      () => zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`a${index}`, strToU8('')]))),
      'broken-file',
    ],
    [
      'a bomb',
      () => lying(docx(p(r('x')), '', { 'word/a.xml': strToU8('a') }), 'word/a.xml', 65 * 1024 * 1024),
      'broken-file',
    ],
    [
      'a bomb that says it is small',
      () => lying(docx(p(r('x')), '', { 'word/a.xml': new Uint8Array(4 * 1024 * 1024) }), 'word/a.xml', 10),
      'broken-file',
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
    const whole = docx(p(`${open(0)}${r('En setning.')}${close(0)}`), comment(0, 'A', 'Ja'));
    for (let at = 1; at < whole.length; at += 37) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(['none', 'broken-file', 'invalid']).toContain(await codeOf(changed));
      expect(await codeOf(whole.slice(0, at))).toBe('broken-file');
    }
  });
});
