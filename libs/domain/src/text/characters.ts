/** Character classes over UTF-16 units, by table for Latin-1 and by Unicode property beyond it. */

const space = /\s/u;
const letter = /\p{L}/u;
const upperCase = /[\p{Lu}\p{Lt}]/u;
const pictograph = /\p{Extended_Pictographic}/u;
const multiplication = 0xd7;
const division = 0xf7;
const zeroWidthJoiner = 0x200d;
const firstPictograph = 0x203c;

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x1680 && space.test(String.fromCharCode(code)))
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (code >= 0xc0 && code <= 0xff) return code !== multiplication && code !== division;
  return letter.test(String.fromCharCode(code));
}

export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code >= 0xc0 && code <= 0xff) return code <= 0xde && code !== multiplication;
  return upperCase.test(String.fromCharCode(code));
}

export function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/**
 * Whether a reader sees nothing of a character: zero-width spaces and joiners, marks of direction, variation selectors.
 */
export function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0x34f ||
    code === 0x61c
  );
}

const noteMark =
  /\[(?:\p{L}{1,10} ?)?\d{1,3}\]|\[(?:[a-z]|[*†‡]{1,3})\]|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3}|[*†‡]{1,3}/uy;

/** Where the mark of a note that begins at `at` ends ("[1]", "[note 2]", "¹", "*", "†"); `at` if there is none. */
export function noteMarkEnd(text: string, at: number): number {
  noteMark.lastIndex = at;
  return noteMark.test(text) ? noteMark.lastIndex : at;
}

/**
 * Where the run of pictographs (emoji, with their joiners and skin tones) that begins at `at` ends; `at` if there is
 * none.
 */
export function pictographsEnd(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  if (point < firstPictograph || !pictograph.test(String.fromCodePoint(point))) return at;
  let end = at;
  for (
    let code = text.charCodeAt(end);
    code >= zeroWidthJoiner && !isSpace(code) && !isLetter(code);
    code = text.charCodeAt(end)
  )
    end++;
  return end;
}

const set = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));

/** What may follow the stop of a sentence and still belongs to it. */
export const closers = set('"\'»”’›“)]}');
/** What may stand before the first word of a sentence. */
export const openers = set('"\'«“”„‘’‹([{¿¡');
export const quotes = set('"«“”„»‹›');
export const dashes = set('-‐‑‒–—―−');
export const stops = set('.!?…');
