import { readNinjs } from './ninjs';

const base = {
  uri: 'https://byraa.test/1',
  standard: { name: 'ninjs', version: '3.1' },
  representationType: 'complete',
  type: 'text',
  language: 'no',
  contentCreated: '2024-12-01T08:00:00+01:00',
  by: 'Kari Holm',
};

describe('readNinjs', () => {
  it('takes headline, body, byline, day and language', () => {
    const found = readNinjs({
      ...base,
      headlines: [
        { role: 'alert', value: 'HAST' },
        { role: 'main', contentType: 'text/plain', value: 'Bro & <ferje>' },
      ],
      bodies: [
        { role: 'summary', contentType: 'text/html', value: '<p>Kort</p>' },
        { role: 'main', contentType: 'text/html', value: '<p>En <b>lang</b> bro.</p><p>Den åpner.</p>' },
      ],
    });
    expect(found).toMatchObject({
      title: 'Bro & <ferje>',
      author: 'Kari Holm',
      date: '2024-12-01',
      language: 'nb',
      text: { text: 'Bro & <ferje>\nEn lang bro.\nDen åpner.' },
    });
    expect(found?.text.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  });

  it('reads plain bodies, bodies without a type, and the fields of older feeds', () => {
    expect(readNinjs({ bodies: [{ value: 'En bro.' }] })?.text.text).toBe('En bro.');
    expect(readNinjs({ bodies: [{ value: '<p>En bro.</p>' }] })?.text.text).toBe('En bro.');
    expect(readNinjs({ headline: 'Bro', body_html: '<p>x</p>', body_text: 'y' })?.text.text).toBe('Bro\nx');
    expect(
      readNinjs({
        body_text: 'y',
        people: [
          { name: 'Ola', rel: 'author' },
          { name: 'Statsministeren', rel: 'subject' },
        ],
      }),
    ).toMatchObject({ author: 'Ola', text: { text: 'y' } });
  });

  it('lets fields pass that are of the wrong kind, and nothing without a body', () => {
    expect(
      readNinjs({ headlines: 5, bodies: [{ value: 'En bro.' }], language: 7, contentCreated: 'i går', people: 'alle' }),
    ).toMatchObject({ title: undefined, date: undefined, language: undefined });
    for (const json of [null, [], 'x', {}, { bodies: [] }, { bodies: 'x' }]) expect(readNinjs(json)).toBeUndefined();
  });

  it('reads XHTML, entities in headlines, and what may not be published yet', () => {
    const found = readNinjs({
      type: 'text',
      headline: 'Skatt &amp; avgift: <em>opp</em>',
      body_xhtml: '<div><p>Skatten øker.</p></div>',
      pubstatus: 'withheld',
      embargoed: '2026-11-20T10:00:00Z',
    });
    expect(found?.text.text).toBe('Skatt & avgift: opp\nSkatten øker.');
    expect(found?.title).toBe('Skatt & avgift: opp');
    expect(found?.remarks).toEqual([
      { kind: 'notUsable', value: 'withheld' },
      { kind: 'embargoed', value: '2026-11-20T10:00:00Z' },
    ]);
  });

  it('reads an object that has descriptions alone, and says so', () => {
    const found = readNinjs({
      ...base,
      pubStatus: 'usable',
      headlines: [{ role: 'main', value: 'Skatten øker' }],
      descriptions: [{ role: 'text', contentType: 'text/plain', value: 'Skatten øker, sier hun.' }],
    });
    expect(found?.text.text).toBe('Skatten øker\nSkatten øker, sier hun.');
    expect(found?.remarks).toEqual([{ kind: 'summaryOnly' }]);
  });

  it('says a headline once that the body begins with, and passes empty bodies by', () => {
    const page = '<html><head><title>x</title></head><body><h2>Bro</h2><p>Den åpner.</p></body></html>';
    const found = readNinjs({ headline: 'Bro', body_xhtml: page });
    expect(found?.text.text).toBe('Bro\nDen åpner.');
    expect(found?.text.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(readNinjs({ headline: 'Bro', body_html: ' ', description_text: 'Kort.' })).toMatchObject({
      text: { text: 'Bro\nKort.' },
      remarks: [{ kind: 'summaryOnly' }],
    });
  });

  it('names what else the object says', () => {
    const { text } =
      readNinjs({
        headlines: [
          { role: 'main', value: 'Bro' },
          { role: 'sub', value: 'Under' },
        ],
        body_text: 'En bro.',
        description_text: 'Kort sagt',
        slugline: 'bro-mai',
        associations: { main: { type: 'picture', headline: 'Broen', descriptions: [{ value: '<p>Foto: Kari</p>' }] } },
      }) ?? {};
    expect(text?.dropped).toEqual([
      { kind: 'metadata', count: 3, sample: 'Under · Kort sagt · bro-mai' },
      { kind: 'image', count: 2, sample: 'Broen · Foto: Kari' },
    ]);
  });

  it('reads a list of one', () => {
    const one = { headline: 'Bro', body_text: 'En bro.' };
    for (const list of [[one], { items: [one] }, { _items: [one] }])
      expect(readNinjs(list)?.text.text).toBe('Bro\nEn bro.');
    for (const list of [[one, one], [[one]], { items: [] }]) expect(readNinjs(list)).toBeUndefined();
  });
});
