import fc from 'fast-check';
import { describe as describePassage } from './describe';
import { check, resolve } from './resolve';
import type { Selector } from './selector';
import { cpuSeconds } from './test/cpu';
import { oddText, textWithRange } from '../text/test/oddities';

const selector = (start: number, end: number, exact: string, prefix = '', suffix = ''): Selector => [
  { type: 'TextPositionSelector', start, end },
  { type: 'TextQuoteSelector', exact, prefix, suffix },
];
const slice = (text: string, { start, end }: { start: number; end: number }) => [...text].slice(start, end).join('');

describe('resolve', () => {
  it('trusts a position at which quote and context stand', () => {
    expect(resolve('Ja. Ja. Ja.', selector(4, 7, 'Ja.'))).toEqual({ start: 4, end: 7 });
  });

  it('finds the quote elsewhere by its context', () => {
    expect(resolve('Ny innledning. Han var her. Hun var her.', selector(4, 7, 'var', 'Hun '))).toEqual({
      start: 32,
      end: 35,
    });
    expect(resolve('Han var der.', selector(500, 503, 'var', '', ' der'))).toEqual({ start: 4, end: 7 });
  });

  it.each([
    ['the quote stands twice', 'Nei. Ja. Nei. Ja.', selector(0, 3, 'Ja.')],
    ['it is gone', 'Nei.', selector(0, 3, 'Ja.')],
    ['its twin stays in other surroundings', 'Hun var her.', selector(4, 7, 'var', 'Han ')],
    ['the quote is empty', 'Nei.', selector(1, 1, '')],
    ['only half a character fits', 'x😀', selector(5, 6, '\uD83D')],
    ['only a part of a grapheme fits', 'x 👩‍🚀', selector(9, 10, '👩')],
    ['a mark follows', 'xe\u0301', selector(9, 10, 'e')],
    ['the context ends within a character', 'a😀', selector(9, 10, 'a', '', '\uD83D')],
  ])('finds nothing where %s', (_, text, wanted) => {
    expect(resolve(text, wanted)).toBeUndefined();
  });

  it('comes back to the same place in the same text, whatever it holds', () => {
    fc.assert(
      fc.property(textWithRange, ({ text, range }) => {
        expect(resolve(text, describePassage(text, range))).toEqual(range);
        expect(check(text, describePassage(text, range))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('asserts its quote in any other text', () => {
    fc.assert(
      fc.property(textWithRange, oddText, oddText, ({ text, range }, before, other) => {
        const wanted = describePassage(text, range);
        for (const place of [before + text, other, before + other + text]) {
          const found = resolve(place, wanted);
          if (found) expect(slice(place, found)).toBe(wanted[1].exact);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes linear time for long quotes in hostile text', () => {
    const text = 'a'.repeat(500_000);
    const spent = cpuSeconds(() => {
      expect(resolve(text, selector(1, 2, `b${'a'.repeat(200_000)}`))).toBeUndefined();
      expect(resolve(text, selector(1, 2, `${'a'.repeat(200_000)}b`))).toBeUndefined();
      expect(resolve(text, selector(450_000, 650_000, 'a'.repeat(200_000)))).toBeUndefined();
      expect(resolve(`${text}b`, selector(0, 1, `${'a'.repeat(200_000)}b`))).toEqual({ start: 300_000, end: 500_001 });
      expect(resolve('e\u0301'.repeat(200_000), selector(0, 1, `${'e\u0301'.repeat(300)}e`))).toBeUndefined();
    });
    expect(spent).toBeLessThan(10);
  }, 60_000);
});

describe('check', () => {
  const text = 'Tapet var 10 millioner. 😀 Tapet var stort.';

  it.each([
    ['nothing', selector(0, 5, 'Tapet', '', ' var 10'), undefined],
    ['nothing, beyond the BMP', selector(24, 25, '😀', '. '), undefined],
    ['position', selector(1, 6, 'Tapet'), 'position'],
    ['position', selector(-1, 5, 'Tapet'), 'position'],
    ['position', selector(5, 5, 'Tapet'), 'position'],
    ['position', selector(30, 99, 'stort.'), 'position'],
    ['exact', selector(0, 5, 'Tapt'), 'exact'],
    ['exact', selector(0, 5, ''), 'exact'],
    ['exact', selector(0, 5, '\uD83D'), 'exact'],
    ['prefix', selector(0, 5, 'Tapet', '😀 '), 'prefix'],
    ['prefix', selector(26, 31, 'Tapet', '\uDE00 '), 'prefix'],
    ['suffix', selector(0, 5, 'Tapet', '', ' ble'), 'suffix'],
    ['suffix', selector(22, 23, '.', '', ' \uD83D'), 'suffix'],
  ])('finds %s at fault', (_, wanted, fault) => {
    expect(check(text, wanted)).toBe(fault);
  });
});
