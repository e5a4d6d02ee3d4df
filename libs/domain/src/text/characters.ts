/** Character classes over UTF-16 units, by table for Latin-1 and by Unicode property beyond it. */

const space = /\s/u;
const letter = /\p{L}/u;
const upperCase = /[\p{Lu}\p{Lt}]/u;
const pictograph = /\p{Extended_Pictographic}/u;

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x1680 && space.test(String.fromCharCode(code)));
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return letter.test(String.fromCharCode(code));
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return upperCase.test(String.fromCharCode(code));
}

export function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** Whether a pictograph (an emoji, or the first half of one) stands at `at`. */
export function isPictograph(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xa9 && pictograph.test(String.fromCodePoint(point));
}

const set = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));

/** What may follow the stop of a sentence and still belongs to it. */
export const closers = set('"\'»”’›“)]}');
/** What may stand before the first word of a sentence. */
export const openers = set('"\'«“”„‘’‹([{¿¡');
export const quotes = set('"«“”„»‹›');
export const dashes = set('-‐‑‒–—―−');
export const stops = set('.!?…');
