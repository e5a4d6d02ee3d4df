import fc from 'fast-check';

/** Characters and clusters that break naive text code. */
export const oddPieces = [
  'a',
  'b',
  ' ',
  '.',
  '\n',
  '\r\n',
  '\0',
  'e\u0301',
  'é',
  '👩',
  '👩‍🚀',
  '👨‍👩‍👧‍👦',
  '🇳🇴',
  '🇰🇷',
  '👍🏽',
  '\uFE0F',
  '\u200D',
  '\uD83D',
  '\uDE00',
  'שלום',
  'مرحبا',
  '\u0600',
  '한국어',
  '中文',
  'ไทย',
  '\u1100\u1161',
  'Tapet',
  'ikke',
  '10',
  'ﷺ',
  '𝒳',
];

/** Texts put together from odd pieces, mostly short, with much that repeats. */
export const oddText = fc
  .array(fc.constantFrom(...oddPieces), { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.join(''));

/** A text and a range in it, in code points; never empty. */
export const textWithRange = oddText.chain((text) => {
  const length = [...text].length;
  return fc
    .tuple(fc.nat(length - 1), fc.nat(length - 1))
    .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) + 1 } }));
});
