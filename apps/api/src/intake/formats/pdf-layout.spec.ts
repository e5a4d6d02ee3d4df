import fc from 'fast-check';
import { readFile } from './file';
import { pdf, type Said } from './test/pdf';

const read = async (pages: readonly (readonly Said[])[], turned = 0) => readFile('.pdf', pdf(pages, { turned }));
const text = async (said: readonly Said[]): Promise<string> => (await read([said])).text.text;
const column = (x: number, top: number, lines: readonly string[], size = 10, leading = 12): Said[] =>
  lines.map((line, index) => [line, x, top - index * leading, size]);

describe('PDF layout', () => {
  it('reads three columns under a headline', async () => {
    expect(
      await text([
        ['Kommunen taper', 40, 780, 24],
        ...column(40, 740, ['En linje som er lang', 'og en til her.']),
        ...column(220, 740, ['Andre spalte er lang', 'og slutter her.']),
        ...column(400, 740, ['Tredje spalte er lang', 'og slutter her.']),
      ]),
    ).toBe(
      'Kommunen taper\nEn linje som er lang og en til her.\nAndre spalte er lang og slutter her.\nTredje spalte er lang og slutter her.',
    );
  });

  it('reads a box beside the text by itself, and the text on', async () => {
    expect(
      await text([
        ...column(40, 740, ['Brødteksten går over hele siden her, og den er lang nok til å dekke alt']),
        ...column(40, 716, ['Teksten går her på venstre side', 'og fortsetter på neste linje og', 'slutter her nede.']),
        ...column(330, 716, ['Fakta om broen i boksen', 'Den er 12 kilometer lang.'], 8, 11),
        ...column(40, 660, ['Under boksen går teksten over hele siden igjen, som over den, og er lang.']),
      ]),
    ).toBe(
      'Brødteksten går over hele siden her, og den er lang nok til å dekke alt\n' +
        'Teksten går her på venstre side og fortsetter på neste linje og slutter her nede.\n' +
        'Fakta om broen i boksen Den er 12 kilometer lang.\n' +
        'Under boksen går teksten over hele siden igjen, som over den, og er lang.',
    );
  });

  it.each([90, 180, 270])('reads a page that is turned by %s degrees', async (turned) => {
    const { text: found } = await read([column(40, 500, ['Kommunen tapte tolv', 'millioner kroner.'])], turned);
    expect(found.text).toBe('Kommunen tapte tolv millioner kroner.');
  });

  it('puts a letter that hangs over several lines where it is read', async () => {
    expect(await text([['D', 40, 714, 38], ...column(70, 740, ['et var en kald kveld', 'i november.'], 10, 13)])).toBe(
      'Det var en kald kveld i november.',
    );
  });

  it('reads letters once that are set twice', async () => {
    expect(
      await text([
        ['Skatten er 22', 40, 700],
        ['Skatten er 22', 40.3, 700],
        ['Ja.', 40, 688],
      ]),
    ).toBe('Skatten er 22 Ja.');
  });

  it('keeps suspended hyphens, ranges and dates', async () => {
    expect(
      await text(
        column(40, 700, [
          'Både inn-',
          'og utvandring i 2019-',
          '2023 og EU-',
          'landene, og søn-',
          'dag',
          '24. november.',
        ]),
      ),
    ).toBe('Både inn- og utvandring i 2019-2023 og EU-landene, og søndag 24. november.');
  });

  it('keeps figures what they are: powers, and the marks of notes', async () => {
    expect(
      await text([
        ['Det er 10', 40, 700],
        ['6', 82, 704, 6],
        ['celler i 52 000 m', 88, 700],
        ['2', 166, 704, 6],
        ['sier hun.', 172, 700],
        ['3', 212, 704, 6],
      ]),
    ).toBe('Det er 10⁶ celler i 52 000 m² sier hun.[3]');
  });

  it('names what is stamped across a page and what runs along the edges', async () => {
    const page = (number: number): Said[] => [
      ['UTKAST', 150, 300, 60, 45],
      ['Avisa', 40, 790],
      ...column(40, 700, [`Side ${number} har tekst her.`]),
    ];
    const { text: found } = await read([page(1), page(2)]);
    expect(found.text).toBe('Side 1 har tekst her.\nSide 2 har tekst her.');
    expect(found.dropped).toEqual([
      { kind: 'header', count: 2, sample: 'Avisa · Avisa' },
      { kind: 'watermark', count: 2, sample: 'UTKAST · UTKAST' },
    ]);
  });

  it('says on which pages the order is in doubt', async () => {
    const table = [...column(40, 700, ['Ledighet', 'Vekst', 'Renter']), ...column(300, 700, ['1,8', '2,0', '4,5'])];
    const { text: found, remarks } = await read([column(40, 700, ['Bare en linje.']), table]);
    expect(found.text).toContain('Ledighet 1,8');
    expect(remarks).toEqual([{ kind: 'orderInDoubt', value: '2' }]);
  });
});

describe('PDF, whatever the layout', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvyæøå'), minLength: 2, maxLength: 9 });
  const layout = fc.record({
    columns: fc.integer({ min: 1, max: 5 }),
    gutter: fc.integer({ min: 12, max: 30 }),
    lines: fc.integer({ min: 3, max: 20 }),
    leadings: fc.array(fc.integer({ min: 11, max: 15 }), { minLength: 5, maxLength: 5 }),
    headline: fc.boolean(),
    stamp: fc.boolean(),
    turned: fc.constantFrom(0, 90, 180, 270),
    words: fc.infiniteStream(word),
  });
  /** Lines of words, filled as a column of so many points is; Courier-like estimates keep within it. */
  const fill = (words: Iterator<string>, width: number): string => {
    let line = '';
    for (let next = String(words.next().value); ; next = String(words.next().value)) {
      if ((line.length + 1 + next.length) * 5.6 > width) return line === '' ? next.slice(0, 2) : line;
      line = line === '' ? next : `${line} ${next}`;
    }
  };

  it('loses no letter, and reads each column to its end', async () => {
    await fc.assert(
      fc.asyncProperty(layout, async ({ columns, gutter, lines, leadings, headline, stamp, turned, words }) => {
        const width = (520 - gutter * (columns - 1)) / columns;
        const set = Array.from({ length: columns }, () => Array.from({ length: lines }, () => fill(words, width)));
        const said: Said[] = [
          ...(headline ? [['Overskriften', 40, 750, 24] as const] : []),
          ...(stamp ? [['UTKAST', 150, 300, 60, 45] as const] : []),
          ...set.flatMap((own, index) => column(40 + index * (width + gutter), 700, own, 10, leadings[index])),
        ];
        const { text: found } = await read([said], turned);
        const letters = (value: string): string => value.replace(/[^\p{L}]/gu, '');
        const expected = (headline ? 'Overskriften' : '') + set.flat().join('');
        expect(letters(found.text)).toBe(letters(expected));
        expect(found.dropped.map(({ sample }) => sample)).toEqual(stamp ? ['UTKAST'] : []);
      }),
      { numRuns: 150 },
    );
  });
});
