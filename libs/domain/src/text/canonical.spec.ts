import fc from 'fast-check';
import { canonicalize, isCanonical } from './canonical';

/**
 * Pieces that interact: surrogate halves, what is dropped, line ends, bases and marks, Hangul jamo, reordering marks.
 */
const awkward = fc
  .array(
    fc.constantFrom(
      '\uD83D',
      '\uDE00',
      '\u{1F600}',
      '\0',
      '\uFEFF',
      '\u00AD',
      '\r',
      '\n',
      ' ',
      'a',
      'å',
      'A',
      '\u030A',
      '\u0301',
      '\u0323',
      '\u0307',
      '\u1100',
      '\u1161',
      '\u11A8',
      '\uAC00',
      '\u212B',
      '\u0344',
      '\u{1D15E}',
      '\u200D',
      '\u2028',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  awkward,
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('canonicalize', () => {
  it.each([
    ['plain text', 'Stortinget vedtok loven.', 'Stortinget vedtok loven.'],
    ['nothing is trimmed', '  to  mellomrom \n\n\t', '  to  mellomrom \n\n\t'],
    ['Windows and old Mac line ends', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['two CRs are two line ends', 'a\r\r\nb', 'a\n\nb'],
    ['a byte-order mark', '\uFEFFa\uFEFFb', 'ab'],
    ['soft hyphens', 'stats\u00ADminister', 'statsminister'],
    ['U+0000', 'a\0b', 'ab'],
    ['decomposed letters', 'A\u030Alesund', 'Ålesund'],
    ['a soft hyphen between a letter and its ring', 'A\u00AD\u030Alesund', 'Ålesund'],
    ['U+0000 between CR and LF', 'a\r\0\nb', 'a\nb'],
    ['a lone surrogate', 'a\uD83Db', 'a\uFFFDb'],
    ['halves that U+0000 keeps apart do not become a pair', '\uD83D\0\uDE00', '\uFFFD\uFFFD'],
    ['a pair', '\u{1F600}', '\u{1F600}'],
    ['Hangul jamo', '\u1112\u1161\u11AB', '\uD55C'],
    ['empty', '', ''],
  ])('%s', (_name, raw, expected) => {
    expect(canonicalize(raw)).toBe(expected);
  });

  it('is idempotent, whatever comes', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = canonicalize(raw);
        expect(canonicalize(once)).toBe(once);
        expect(isCanonical(once)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves only well-formed NFC without the dropped characters', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = canonicalize(raw);
        expect(text).not.toMatch(/[\0\r\u00AD\uFEFF]|\p{Surrogate}/u);
        expect(text.normalize('NFC')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every other character, in order', () => {
    const untouched = fc
      .array(fc.constantFrom('a', 'Ø', ' ', '\n', '\t', '«', '»', '\u{1F600}', '\u2028', '\u00A0'))
      .map((parts) => parts.join(''));
    fc.assert(fc.property(untouched, (text) => expect(canonicalize(text)).toBe(text)));
  });
});

describe('isCanonical', () => {
  it.each([
    ['a\r\n', false],
    ['e\u0301', false],
    ['\uFEFF', false],
    ['é\n', true],
    ['', true],
  ])('%j: %s', (text, expected) => {
    expect(isCanonical(text)).toBe(expected);
  });
});
