import { strToU8 } from 'fflate';
import { readDocx } from '../docx';
import { docx, p, r, type Parts } from './test/docx';

const read = (body: string, parts: Parts = {}, more = {}) => {
  const { text, threads = [] } = readDocx(docx(body, parts, more));
  return {
    text: text.text,
    kinds: text.blocks.map(({ kind }) => kind),
    named: text.dropped.map(({ kind, sample }) => `${kind}: ${sample}`),
    threads: threads.map(({ place, exact, resolved, comments }) => [
      place,
      exact,
      resolved,
      ...comments.map(({ text: said }) => said),
    ]),
  };
};
const above = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>');
const open = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const close = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const comment = (id: number, ...paragraphs: readonly string[]) =>
  `<w:comment w:id="${id}" w:author="Kari">${paragraphs
    .map((inner, index) => `<w:p w14:paraId="0A0000${id}${index}">${inner}</w:p>`)
    .join('')}</w:comment>`;
const deleted = (text: string) => `<w:del w:id="9" w:author="K"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const char = (type: string, inner = '') => `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const math = (inner: string) =>
  `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inner}</m:oMath>`;
const letters = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;

describe('A figure in Word', () => {
  it.each([
    ['raised by a number of points', r('10') + r('6', '<w:position w:val="8"/>'), '10⁶'],
    ['raised a hair, as fonts are evened out', r('10') + r('6', '<w:position w:val="1"/>'), '106'],
    ['raised in pieces', r('10') + above('-') + above('1') + '<w:proofErr w:type="spellStart"/>' + above('2'), '10⁻¹²'],
    ['with a sign of the font Symbol', `${r('37')}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>${r('C')}`, '37°C'],
    ['with a private sign in Symbol', r('\uF0B3', '<w:rFonts w:ascii="Symbol"/>') + r(' 5'), '≥ 5'],
    [
      'in a form',
      char(
        'begin',
        `<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="11"/><w:listEntry w:val="12"/></w:ddList></w:ffData>`,
      ) +
        code(' FORMDROPDOWN ') +
        char('end'),
      '12',
    ],
    [
      'in an equation',
      math(letters('10') + `<w:del w:id="1" w:author="a">${letters('5')}</w:del>` + letters('6')),
      '106',
    ],
  ])('stays what it is: %s', (_, inner, expected) => {
    expect(read(p(inner)).text).toBe(expected);
  });

  const numbering = (start: number) => ({
    'word/numbering.xml': strToU8(
      `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
    ),
  });
  const item = (words: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${r(words)}</w:p>`;

  it('stays at the start of a line that Word made a list of', () => {
    expect(read(item('november kom han.'), {}, numbering(24))).toMatchObject({
      text: '24. november kom han.',
      kinds: ['paragraph'],
    });
    expect(read(item('Da fikk Norge sin grunnlov.'), {}, numbering(1814)).text).toBe(
      '1814. Da fikk Norge sin grunnlov.',
    );
    expect(read(item('mai er fri.') + item('mai også.'), {}, numbering(1)).text).toBe('1. mai er fri.\n2. mai også.');
    expect(read(item('En.') + item('To.'), {}, numbering(1))).toMatchObject({
      text: 'En.\nTo.',
      kinds: ['listItem', 'listItem'],
    });
  });
});

describe('What Word leaves out of sight', () => {
  it.each([
    ['a field without a result', char('begin') + code(' EQ \\f(1;2) ') + char('end'), '', ['formula: EQ \\f(1;2)']],
    ['an entry of an index', char('begin') + code(' XE "Ord" ') + char('end'), '', []],
    ['a field that never ends', char('begin') + code(' IF ') + r('ord'), '', ['other: ord']],
    [
      'a field within what computes another',
      char('begin') +
        char('begin') +
        char('separate') +
        r('indre') +
        char('end') +
        char('separate') +
        r('ytre') +
        char('end'),
      'ytre',
      ['other: indre'],
    ],
    ['a mark that parts styles', r('ord', '<w:specVanish/>'), '', ['hidden: ord']],
    [
      'a deleted part of an equation',
      math(`<w:del w:id="1" w:author="a">${letters('5')}</w:del>${letters('6')}`),
      '6',
      ['deleted: 5'],
    ],
  ])('is named: %s', (_, inner, text, named) => {
    const found = read(p(`${r('A ')}${inner}`));
    expect([found.text, found.named]).toEqual([`A ${text}`.trim(), named]);
  });

  it('makes no line of a row that was deleted', () => {
    const row = (cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;
    const { text, named } = read(`<w:tbl>${row([deleted('bort'), ''])}${row([r('2023'), r('1,8')])}</w:tbl>`);
    expect([text, named]).toEqual(['2023: 1,8', ['deleted: bort']]);
  });
});

describe('A paragraph in Word', () => {
  it('begins with its large first letter', () => {
    const cap = `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${r('D')}</w:p>`;
    expect(read(cap + p(r('et var en kald kveld.'))).text).toBe('Det var en kald kveld.');
  });

  it('goes on where the end of the one before was deleted', () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="a"/></w:rPr></w:pPr>${r('Første del ')}</w:p>`;
    expect(read(first + p(r('andre del.'), 'Overskrift1'))).toMatchObject({
      text: 'Første del andre del.',
      kinds: ['heading'],
    });
  });
});

describe('A comment in Word', () => {
  it('says which words were deleted, hidden or in a header where it stands', () => {
    const inDeleted = `<w:del w:id="8" w:author="a">${open(1)}<w:r><w:delText>bort</w:delText></w:r>${close(1)}<w:r><w:delText> mer</w:delText></w:r></w:del>`;
    const { threads } = read(p(`${r('Før ')}${inDeleted}${r(' etter')}`), {
      header: p(`${open(2)}${r('Avisa')}${close(2)}`),
      comments: comment(1, r('Hvorfor?')) + comment(2, r('Navn?')),
    });
    expect(threads).toEqual([
      ['deleted', 'bort', false, 'Hvorfor?'],
      ['leftOut', 'Avisa', false, 'Navn?'],
    ]);
  });

  it('answers another by the id of its last paragraph, however the id is spelt', () => {
    const { threads } = read(p(open(1) + open(2) + r('Ord.') + close(1) + close(2)), {
      comments: comment(1, r('En'), r('to')) + comment(2, math(letters('x=2'))),
      commentsExtended:
        '<w15:commentEx w15:paraId="0a000011" w15:done="1"/><w15:commentEx w15:paraId="0a000020" w15:paraIdParent="0a000011" w15:done="1"/>',
    });
    expect(threads).toEqual([['passage', 'Ord.', true, 'En\nto', 'x=2']]);
  });

  it('answers the one before on the same words where the file says nothing of answers, as that of Google Docs', () => {
    const body = p(open(1) + open(2) + r('Ord.') + close(1) + close(2) + open(3) + r(' Mer.') + close(3));
    const comments = (last: string) => comment(1, r('Stemmer det?')) + comment(2, r(last)) + comment(3, r('Her?'));
    expect(read(body, { comments: comments('Ja.') }).threads).toEqual([
      ['passage', 'Ord.', false, 'Stemmer det?', 'Ja.'],
      ['passage', 'Mer.', false, 'Her?'],
    ]);
    expect(read(body, { comments: comments('_Marked as resolved_') }).threads[0]?.[2]).toBe(true);
  });
});
