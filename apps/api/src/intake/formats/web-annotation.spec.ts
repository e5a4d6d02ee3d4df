import fc from 'fast-check';
import { readWebAnnotations } from './web-annotation';

const text = 'Raketten 🚀 fløy over Japan.\nDen falt i havet. Ingen så at den falt i havet.';
const at = (exact: string, from = 0) => {
  const unit = text.indexOf(exact, from);
  const start = [...text.slice(0, unit)].length;
  return { start, end: start + [...exact].length, unit, unitEnd: unit + exact.length };
};
const quoted = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
const positioned = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const about = (selector: unknown, body?: unknown) => ({
  type: 'Annotation',
  target: { source: 'https://a.test', selector },
  ...(body !== undefined && { body }),
});
const ranges = (json: unknown) => readWebAnnotations(json, text).drafts.map(({ range }) => range);

describe('readWebAnnotations', () => {
  const { start, end, unit, unitEnd } = at('Ingen');

  it.each<[string, unknown]>([
    ['code points', [positioned(start, end), quoted('Ingen')]],
    ['UTF-16 units', [positioned(unit, unitEnd), quoted('Ingen')]],
    ['a position that is wrong', [positioned(1, 6), quoted('Ingen')]],
    ['a quote alone', quoted('Ingen')],
    ['a position alone', positioned(start, end)],
    [
      'surroundings that go on beyond the line',
      quoted('Ingen', { prefix: 'Meny\n\nDen falt i havet. ', suffix: ' så' }),
    ],
  ])('finds the passage by %s', (_, selector) => {
    expect(ranges(about(selector))).toEqual([{ start, end }]);
  });

  it('takes no passage that is there twice or not at all, nor one whose surroundings are others', () => {
    expect(
      readWebAnnotations(
        [
          about(quoted('falt i havet.')),
          about(quoted('borte')),
          about(quoted('Ingen', { prefix: 'helt andre ord ' })),
          { ...about(positioned(70, 9000)), bodyValue: 'Hm' },
        ],
        text,
      ),
    ).toEqual({
      drafts: [],
      notFound: [{ exact: 'falt i havet.' }, { exact: 'borte' }, { exact: 'Ingen' }, { exact: 'Hm' }],
    });
  });

  it('takes a quote that is there twice by the position at which it stands', () => {
    const second = at('falt i havet.', at('falt i havet.').unit + 1);
    expect(ranges(about([positioned(second.unit, second.unitEnd), quoted('falt i havet.')]))).toEqual([
      { start: second.start, end: second.end },
    ]);
  });

  it.each<[string, unknown]>([
    ['one', about(quoted('Ingen'))],
    ['an array', [about(quoted('Ingen'))]],
    ['a page', { type: 'AnnotationPage', items: [about(quoted('Ingen'))] }],
    [
      'a collection with its first page',
      { type: 'AnnotationCollection', total: 1, first: { type: 'AnnotationPage', items: [about(quoted('Ingen'))] } },
    ],
    [
      'what the API of Hypothesis lists',
      {
        total: 1,
        rows: [
          {
            text: 'Nei',
            target: [
              {
                source: 'https://a.test',
                selector: [{ type: 'RangeSelector', startOffset: 1 }, positioned(unit, unitEnd), quoted('Ingen')],
              },
            ],
          },
        ],
      },
    ],
  ])('reads %s', (_, json) => {
    expect(ranges(json)).toEqual([{ start, end }]);
  });

  it('takes verdict and rationale from bodies, and makes the rest open questions, in the words of who said so', () => {
    const statement = (annotation: object) => {
      const { verdict, rationale } = readWebAnnotations(annotation, text).drafts[0]!;
      return [verdict, rationale];
    };
    const target = { selector: quoted('Ingen') };
    expect(
      statement({
        target,
        body: [
          { type: 'TextualBody', purpose: 'classifying', value: 'Avkreftet' },
          { type: 'TextualBody', purpose: 'commenting', value: 'Fordi' },
        ],
      }),
    ).toEqual(['denied', 'Fordi']);
    expect(
      statement({
        target,
        body: [
          { type: 'TextualBody', value: 'Hm', purpose: 'commenting' },
          { type: 'TextualBody', purpose: 'tagging', value: 'hav' },
        ],
        creator: { id: 'x', name: 'Kari' },
      }),
    ).toEqual([undefined, 'Kari: Hm']);
    expect(statement({ target, bodyValue: 'Hm' })).toEqual([undefined, 'Hm']);
    expect(statement({ target: [target], text: 'Hm', user: 'acct:ola@hypothes.is', tags: ['x'] })).toEqual([
      undefined,
      'ola: Hm',
    ]);
    expect(statement({ target })).toEqual([undefined, '']);
  });

  it.each([
    null,
    7,
    'x',
    {},
    [[[]]],
    { items: { items: { items: {} } } },
    { target: 5 },
    { target: { selector: { type: 3 } } },
    { first: 'https://a.test/page1' },
  ])('makes nothing of %j', (json) => {
    const { drafts, notFound } = readWebAnnotations(json, text);
    expect(drafts).toEqual([]);
    for (const { exact } of notFound) expect(exact).not.toBe('');
  });

  const passage = at('Den falt');
  it.each<[string, unknown]>([
    ['the export file of Hypothesis', { export_date: '2026-01-01', annotations: [about(quoted('Den falt'))] }],
    [
      'a graph',
      {
        '@graph': [
          { id: 'b', value: 'x' },
          { ...about(quoted('Den falt')), body: 'b' },
        ],
      },
    ],
    [
      'a graph whose annotation names its target',
      {
        '@graph': [
          { id: 't', source: 'https://a.test', selector: 's' },
          { id: 's', ...quoted('Den falt') },
          { id: 'a', type: 'Annotation', target: 't' },
        ],
      },
    ],
    ['newer Recogito', { bodies: [], target: { selector: [{ quote: 'Den falt', start: passage.unit, end: 99 }] } }],
    ['a quote over white space', about(quoted('Den\n\t  falt', { prefix: 'Japan.\n  ', suffix: '\u00A0i\n havet' }))],
    ['a quote with what is not seen', about(quoted('Den\u200B\u00AD fa\u2060lt'))],
    [
      'a range from one selector up to another',
      about({ type: 'RangeSelector', startSelector: quoted('Den'), endSelector: quoted('i havet. Ingen') }),
    ],
    ['a part of a page, refined', about({ type: 'CssSelector', value: 'p', refinedBy: quoted('Den falt') })],
    ['a passage, refined', about({ ...quoted('Den falt i havet. Ingen'), refinedBy: positioned(0, 8) })],
    ['a fragment', about({ type: 'FragmentSelector', value: `char=${passage.start},${passage.end}` })],
    [
      'Label Studio',
      [
        {
          data: { text },
          annotations: [
            {
              result: [
                { id: 'r', value: { start: passage.unit, end: passage.unitEnd, text: 'Den falt', labels: ['Claim'] } },
                { id: 'r', type: 'textarea', value: { start: 1, end: 2, text: ['Nei'] } },
              ],
            },
          ],
        },
      ],
    ],
    ['doccano', [{ id: 1, text, label: [[passage.start, passage.end, 'CLAIM']] }]],
    [
      'doccano with entities',
      { id: 1, text, entities: [{ id: 2, label: 'X', start_offset: passage.start, end_offset: passage.end }] },
    ],
  ])('reads %s', (_, json) => {
    const { drafts, notFound } = readWebAnnotations(json, text);
    expect({ ranges: drafts.map(({ range }) => range), notFound }).toEqual({
      ranges: [{ start: passage.start, end: passage.end }],
      notFound: [],
    });
  });

  it('finds a quote over paragraphs, also where a page has no space between them, but none inside of words', () => {
    const { start } = at('Japan.');
    const { end } = at('Den');
    for (const exact of ['Japan. Den', 'Japan.Den', 'Japan.\n\nDen'])
      expect(ranges(about(quoted(exact)))).toEqual([{ start, end }]);
    expect(readWebAnnotations(about(quoted('fl øy')), 'Raketten overfløyet').drafts).toEqual([]);
  });

  it('takes quotation marks and dashes of any kind, and none of two places that fold to one', () => {
    const said = 'Hun sa «nei – aldri» i går.';
    const exact = '"nei - aldri"';
    expect(readWebAnnotations(about(quoted(exact)), said).drafts[0]?.range).toEqual({ start: 7, end: 20 });
    expect(readWebAnnotations(about(quoted(exact)), `${said} ${said}`)).toEqual({
      drafts: [],
      notFound: [{ exact }],
    });
  });

  it('takes the last change of one id, each target, the first of a choice, and replies below', () => {
    const target = { selector: quoted('Ingen') };
    const { drafts, notFound } = readWebAnnotations(
      [
        { id: 'a', updated: '2026-02-02', text: 'Ny', tags: ['denied'], target },
        { id: 'a', updated: '2026-01-01', text: 'Gammel', target },
        { id: 'b', references: ['a'], text: 'Svar', user: 'acct:ola@hypothes.is', target: [{ source: 'x' }] },
        { id: 'c', motivation: 'replying', bodyValue: 'Svar på svar', target: 'b' },
        { body: { type: 'Choice', items: [{ value: 'En' }, { value: 'One' }] }, target: [target, target] },
        { text: 'Om hele siden', target: [{ source: 'https://a.test' }] },
        { references: ['borte'], text: 'Svar på ingenting' },
      ],
      text,
    );
    expect(drafts.map(({ verdict, rationale }) => [verdict, rationale])).toEqual([
      ['denied', 'Ny\n\nola: Svar\n\nSvar på svar'],
      [undefined, 'En'],
      [undefined, 'En'],
    ]);
    expect(notFound).toEqual([{ exact: 'Om hele siden' }, { exact: 'Svar på ingenting' }]);
  });

  it.each(['{"items":[', '{"target":{"selector":{"refinedBy":', '{"body":[', '[', '{"x":'])(
    'lists what is nested 5,000 times by %s, and does not fail',
    (opening) => {
      const closing = Array.from(opening, (one) => ({ '{': '}', '[': ']' })[one] ?? '')
        .reverse()
        .join('');
      const json: unknown = JSON.parse(`${opening.repeat(5000)}1${closing.repeat(5000)}`);
      const { drafts, notFound } = readWebAnnotations([json], text);
      expect([drafts.length, notFound.length]).toEqual([0, 1]);
    },
  );

  it('makes something of everything, or lists it, and never fails', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ maxDepth: 4 }), { minLength: 1 }), (values) => {
        const json: unknown = JSON.parse(JSON.stringify(values));
        const { drafts, notFound } = readWebAnnotations(json, text);
        const isEmpty = JSON.stringify(json).replace(/[[\],]/g, '') === '';
        expect(isEmpty || drafts.length + notFound.length > 0).toBe(true);
      }),
    );
  });
});
