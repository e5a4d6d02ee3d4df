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

describe('Markdown of others', () => {
  it.each([
    ['products', '12*15 og 3*4, 2*3*4, 2**10 og 3**4', '12*15 og 3*4, 2*3*4, 2**10 og 3**4'],
    ['ranges', '5~10 og 7~8', '5~10 og 7~8'],
    ['powers and indexes', '10^6^ m^2^, H~2~O, x^2 og y^2', '10⁶ m², H₂O, x^2 og y^2'],
    ['comparisons', 'hvis a<b og c>d, 5 <10 og 3> 2', 'hvis a<b og c>d, 5 <10 og 3> 2'],
    ['notes that stand where they are called', '52 000^[SSB [2024].] bor her.', '52 000[1] bor her.\n[1] SSB [2024].'],
    ['words between signs', 'Hei <navn>, <Per Hansen>\n\n<navn>', 'Hei <navn>, <Per Hansen>\n<navn>'],
    ['a word in brackets before a colon', '[Merk]: viktig', '[Merk]: viktig'],
    ['code', '`12~15~ {--a--} 10^6^`', '12~15~ {--a--} 10^6^'],
  ])('keeps %s', (_, content, expected) => {
    const { text, marks, dropped } = read(content);
    expect(text).toBe(expected);
    expect([marks, dropped]).toEqual([[], []]);
  });

  it('takes tracked changes as accepted, and names what was struck and what was said of it', () => {
    const { text, dropped } = read(
      'Prisen er {--12--}{++15++}, {~~ti~>*elleve*~~} {==kroner==}{>>Sjekk<<}. ~~1~~2 ~3~',
    );
    expect(text).toBe('Prisen er 15, elleve kroner. 2');
    expect(dropped).toEqual([
      { kind: 'deleted', count: 4, sample: '12 · ti · 1 · 3' },
      { kind: 'hidden', count: 1, sample: 'Sjekk' },
    ]);
  });

  it('reads marks and elements as before', () => {
    const { text, marks } = read('Et *ord*, et **til**, u*mulig*het, <b>fet</b>, [se][1].\n\n[1]: https://a.no');
    expect(text).toBe('Et ord, et til, umulighet, fet, se.');
    expect(marks.map(({ kind }) => kind)).toEqual(['em', 'strong', 'em', 'strong', 'link']);
  });

  it('names what stands above a text and is no title, author, day or language', () => {
    expect(read('---\ntitle: Skatt\nsummary: Kort sagt\ntags: [a, b]\n---\nTekst.')).toMatchObject({
      text: 'Tekst.',
      dropped: [{ kind: 'metadata', sample: 'summary: Kort sagt · tags: a, b' }],
    });
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
    [
      'authors with addresses',
      '---\ntitle: Skatten øker\nauthor:\n  - email: k@a.no\n    name: Kari Nordmann\ndate: 2026-11-20\nlang: nb\n---\nTekst.',
    ],
    [
      'an author within braces',
      '---\ntitle: Skatten øker\nauthor: {name: Kari Nordmann, email: k@a.no}\ndate: 2026-11-20\nlang: nb\n---\nTekst.',
    ],
    [
      'JSON',
      '{\n"title": "Skatten øker",\n"author": {"name": "Kari Nordmann"},\n"date": "2026-11-20", "lang": "nb"\n}\n\nTekst.',
    ],
    ['MultiMarkdown', 'Title: Skatten øker\nAuthor: Kari\n    Nordmann\nDate: 2026-11-20\nLanguage: nb\n\nTekst.'],
  ])('reads %s', (_, content) => {
    const { body, ...said } = readFrontMatter(content);
    expect(said).toEqual({ title: 'Skatten øker', author: 'Kari Nordmann', date: '2026-11-20', language: 'nb' });
    expect(body.trim()).toBe('Tekst.');
  });

  it('reads the lines of Pandoc', () => {
    expect(readFrontMatter('% Skatten øker\n% Kari; Ola\n% 2026-11-20\n\nTekst.')).toMatchObject({
      title: 'Skatten øker',
      author: 'Kari, Ola',
      date: '2026-11-20',
      body: '\nTekst.',
    });
  });

  it.each([
    ['a rule above a sentence', '---\nDet var en gang.\n---\nTekst.'],
    ['a rule alone', '---\n\nTekst.'],
    ['a percent sign', '% av folket er enig.\n\nTekst.'],
    ['fields that name no title', 'Sitat: Hun sa\nKilde: SSB\n\nTekst.'],
    ['braces', '{\nikke json\n}\n\nTekst.'],
    ['a rule between texts', 'En.\n---\ntitle: x\n---\nTo.'],
  ])('leaves %s alone', (_, content) => {
    expect(readFrontMatter(content)).toEqual({ body: content });
  });
});
