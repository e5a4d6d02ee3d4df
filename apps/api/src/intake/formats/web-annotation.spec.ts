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
          about(positioned(70, 9000)),
        ],
        text,
      ),
    ).toEqual({
      drafts: [],
      notFound: [{ exact: 'falt i havet.' }, { exact: 'borte' }, { exact: 'Ingen' }, { exact: '' }],
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

  it('takes verdict and rationale from bodies, and calls the rest disputed, in the words of who said so', () => {
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
    ).toEqual(['disputed', 'Kari: Hm']);
    expect(statement({ target, bodyValue: 'Hm' })).toEqual(['disputed', 'Hm']);
    expect(statement({ target: [target], text: 'Hm', user: 'acct:ola@hypothes.is', tags: ['x'] })).toEqual([
      'disputed',
      'ola: Hm',
    ]);
    expect(statement({ target })).toEqual(['disputed', '']);
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
    expect(readWebAnnotations(json, text).drafts).toEqual([]);
  });
});
