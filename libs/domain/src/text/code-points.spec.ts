import fc from 'fast-check';
import { CodePointText } from './code-points';

const mixed = fc
  .array(fc.constantFrom('a', 'ø', '\n', '\u{1F600}', '\u{10FFFF}', '\u0301', '\uD83D', '\uDE00', '\u4E2D'))
  .map((parts) => parts.join(''));
const anyText = fc.oneof(mixed, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('CodePointText', () => {
  it('counts and cuts by code point', () => {
    const text = new CodePointText('a\u{1F600}b\u{1F680}');
    expect(text.length).toBe(4);
    expect(text.slice(1, 3)).toBe('\u{1F600}b');
    expect(text.slice(3)).toBe('\u{1F680}');
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
  ])('unit %i of an astral text is code point %i', (unit, codePoint) => {
    expect(new CodePointText('a\u{1F600}b').fromUtf16(unit)).toBe(codePoint);
  });

  it('clamps what lies outside', () => {
    const text = new CodePointText('\u{1F600}b');
    expect([text.toUtf16(-1), text.toUtf16(9), text.fromUtf16(-1), text.fromUtf16(9)]).toEqual([0, 3, 0, 2]);
    expect(text.slice(-5, 9)).toBe('\u{1F600}b');
  });

  it('agrees with the iterator of the language, at every offset', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const chars = [...raw];
        const text = new CodePointText(raw);
        expect(text.length).toBe(chars.length);
        let unit = 0;
        chars.forEach((char, codePoint) => {
          expect(text.toUtf16(codePoint)).toBe(unit);
          for (let inside = 0; inside < char.length; inside++) expect(text.fromUtf16(unit + inside)).toBe(codePoint);
          unit += char.length;
        });
        expect(text.fromUtf16(unit)).toBe(chars.length);
      }),
      { numRuns: 300 },
    );
  });

  it('slices as an array of code points does', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (raw, start, end) => {
        expect(new CodePointText(raw).slice(start, end)).toBe([...raw].slice(start, Math.max(start, end)).join(''));
      }),
    );
  });

  it('is quick on a megabyte of pairs', () => {
    const text = new CodePointText('\u{1F600}'.repeat(500_000));
    expect(text.toUtf16(499_999)).toBe(999_998);
    expect(text.fromUtf16(999_999)).toBe(499_999);
  });
});
