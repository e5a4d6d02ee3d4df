const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789+−=()ni'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][index] ?? ''])),
  '-': '⁻',
};
const lowered: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789+−=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] ?? ''])),
  '-': '₋',
};
/** Endings of ordinals and of names of trades, which say the same on the line: 1st, 2nd, 1er, ™. */
const ending = /^(?:st|nd|rd|th|er|re|e|ère|ème|o|a|te|de|[\p{S}\p{P}\s]+)$/iu;

/**
 * What stands above or below the line, so that no figure says something else: 10⁶ for 10 with a raised 6. What Unicode
 * has no raised form of follows a `^`, or a `_` below the line.
 */
export function offTheLine(text: string, position: 'above' | 'below'): string {
  const said = text.trim();
  if (said === '' || ending.test(said)) return text;
  const forms = position === 'above' ? raised : lowered;
  const mapped = [...said].map((sign) => forms[sign]);
  if (mapped.every((sign) => sign !== undefined)) return text.replace(said, mapped.join(''));
  // Letters alone beside letters, as in names of units and of trades below the line.
  if (position === 'below' && !/\d/.test(said)) return text;
  const sign = position === 'above' ? '^' : '_';
  return text.replace(said, [...said].length === 1 ? `${sign}${said}` : `${sign}(${said})`);
}
