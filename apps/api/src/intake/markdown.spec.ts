import { takeIn } from './intake';
import { readFrontMatter } from './front-matter';

const read = (content: string) => takeIn({ format: 'markdown', content });
const kinds = (content: string) => read(content).blocks.map(({ kind }) => kind);

describe('Markdown', () => {
  it.each([
    ['a date', '24. november ble budsjettet lagt fram.', '24. november ble budsjettet lagt fram.'],
    ['a year', '1814. Da fikk Norge sin grunnlov.', '1814. Da fikk Norge sin grunnlov.'],
    ['several dates', '24. november kom han.\n25. november dro han.', '24. november kom han.\n25. november dro han.'],
    ['one item', '1. Regjeringen går av.', '1. Regjeringen går av.'],
    ['speech', '- Det er feil, sier Hansen.', '- Det er feil, sier Hansen.'],
    [
      'more speech',
      '- Det er feil, sier Hansen.\n- Nei, det er rett.',
      '- Det er feil, sier Hansen.\n- Nei, det er rett.',
    ],
    ['years in a row', '1814. Grunnloven.\n\n1905. Unionen.', '1814. Grunnloven.\n1905. Unionen.'],
  ])('takes %s for text', (_, content, expected) => {
    expect(read(content).text).toBe(expected);
    expect(kinds(content)).not.toContain('listItem');
  });

  it('drops no number that is more than a place in a list', () => {
    expect(read('3. tre\n7. sju').text).toBe('3. tre\n7. sju');
    expect(read('1. en\n2. to\n3. tre').text).toBe('en\nto\ntre');
    expect(kinds('1. en\n2. to')).toEqual(['listItem', 'listItem']);
    expect(read('- en\n- to').text).toBe('en\nto');
  });

  it('marks footnotes where they are called, and puts the notes behind the text', () => {
    const { text, blocks } = read(
      'Skatten øker.[^a] Mye.[^b]\n\n[^b]: Ifølge *SSB*,\n    i går.\n[^a]: Budsjettet[^b].\n\nSlutt [^c].',
    );
    expect(text).toBe('Skatten øker.[1] Mye.[2]\nSlutt [^c].\n[1] Budsjettet[2].\n[2] Ifølge SSB, i går.');
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'aside', 'aside']);
  });
});

describe('readFrontMatter', () => {
  it.each([
    ['YAML', '---\ntitle: Skatten øker\nauthor: Kari Nordmann\ndate: 2026-11-20\nlang: nb-NO\n---\n\nTekst.'],
    [
      'quoted YAML',
      '---\r\ntitle: "Skatten øker"\r\nauthor: \'Kari Nordmann\'\r\ndate: 2026-11-20T10:00:00Z\r\nlang: nb\r\n---\r\n\r\nTekst.',
    ],
    [
      'lists and folded text',
      '---\ntitle: >\n  Skatten\n  øker\nauthors:\n  - Kari Nordmann\n# merk\ndate: 2026-11-20\nlang: no\n---\n\nTekst.',
    ],
    [
      'TOML',
      '+++\ntitle = "Skatten øker"\nauthor = ["Kari Nordmann"]\ndate = 2026-11-20\nlang = "nb"\n[params]\n+++\n\nTekst.',
    ],
  ])('reads %s', (_, content) => {
    const { body, ...said } = readFrontMatter(content);
    expect(said).toEqual({ title: 'Skatten øker', author: 'Kari Nordmann', date: '2026-11-20', language: 'nb' });
    expect(body.trim()).toBe('Tekst.');
  });

  it.each([
    ['a rule above a sentence', '---\nDet var en gang.\n---\nTekst.'],
    ['a rule alone', '---\n\nTekst.'],
    ['a rule between texts', 'En.\n---\ntitle: x\n---\nTo.'],
  ])('leaves %s alone', (_, content) => {
    expect(readFrontMatter(content)).toEqual({ body: content });
  });
});
