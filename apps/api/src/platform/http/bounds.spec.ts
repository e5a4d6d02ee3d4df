import fc from 'fast-check';
import { inWords, isModest } from './bounds';

const bytes = (json: string) => Buffer.from(json);

/** Counted anew, on what was read: how deep it is, and how many values it has. */
function measure(value: unknown): { levels: number; values: number } {
  if (typeof value !== 'object' || value === null) return { levels: 0, values: 1 };
  const inner = Object.values(value).map(measure);
  return {
    levels: 1 + Math.max(0, ...inner.map(({ levels }) => levels)),
    values: inner.reduce((sum, { values }) => sum + values, 1),
  };
}

describe('what is modest', () => {
  it.each([
    ['nothing', '', true],
    ['a value', '"x"', true],
    ['200 levels', `${'['.repeat(200)}${']'.repeat(200)}`, true],
    ['201 levels', `${'['.repeat(201)}${']'.repeat(201)}`, false],
    ['50,000 empty lists', `[${'[],'.repeat(49_998)}[]]`, true],
    ['4 MiB of empty lists', `[${'[],'.repeat(1_398_000)}[]]`, false],
    ['a million numbers', `[${'1,'.repeat(1_000_000)}1]`, false],
    ['a long text of brackets and commas', `["${'[{,'.repeat(100_000)}"]`, true],
    ['a text with a quotation mark in it', `["\\"${'['.repeat(300)}"]`, true],
    ['a text that ends with a backslash', `["\\\\",${'['.repeat(300)}]`, false],
    ['an unfinished text', '"[[[', true],
    ['brackets that close what was not open', ']]]', true],
  ])('%s: %#', (_, json, expected) => {
    expect(isModest(bytes(json), 100_000)).toBe(expected);
  });

  it('all ordinary JSON is, however it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, space) => {
        const { levels, values } = measure(value);
        const json = bytes(JSON.stringify(value, null, space));
        // What is empty counts twice, since its comma and its bracket are all that is looked at.
        expect([isModest(json, 2 * values), isModest(json, values - 1)]).toEqual([levels <= 200, false]);
      }),
    );
  });
});

it.each([
  [1024, '1 KiB'],
  [4096, '4 KiB'],
  [4 * 1024 * 1024, '4 MiB'],
])('%d bytes are %s', (limit, said) => {
  expect(inWords(limit)).toBe(said);
});
