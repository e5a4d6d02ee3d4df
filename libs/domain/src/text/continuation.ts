import { dashes, isDigit, isInvisible, isLetter, isSpace, isUpper, openers, quotes } from './characters';

/** What comes after a place where a sentence may end. */
export interface Continuation {
  /** Kind of the first character that opens or introduces nothing; `none` at the end of the text. */
  readonly head: 'upper' | 'lower' | 'digit' | 'symbol' | 'none';
  readonly headAt: number;
  /** The word (letters, digits, apostrophes) that begins there, in lower case; empty where none does. */
  readonly word: string;
  /** What stands before the head: a dash of direct speech, a quotation mark, a bracket, an ellipsis. */
  readonly dash: boolean;
  readonly quote: boolean;
  readonly bracket: boolean;
  readonly ellipsis: boolean;
}

const mostOpeners = 8;
const longestWord = 32;

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipUnseen(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isSpace(text.charCodeAt(at)) || isInvisible(text.charCodeAt(at)))) at++;
  return at;
}

/** Reads what follows `from`: openers, dashes and a leading ellipsis are passed over, a bounded number of them. */
export function continuationAt(text: string, from: number): Continuation {
  const passed = { dash: false, quote: false, bracket: false, ellipsis: false };
  let at = skipUnseen(text, from);
  for (let i = 0; i < mostOpeners; i++) {
    const code = text.charCodeAt(at);
    const ellipsis = ellipsisLength(text, at);
    if (ellipsis === 0 && !dashes.has(code) && !openers.has(code)) break;
    if (dashes.has(code)) passed.dash = true;
    else if (quotes.has(code)) passed.quote = true;
    else if (ellipsis > 0) passed.ellipsis = true;
    else passed.bracket = true;
    at = skipUnseen(text, at + Math.max(ellipsis, 1));
  }
  return { ...passed, head: headAt(text, at), headAt: at, word: wordAt(text, at) };
}

function ellipsisLength(text: string, at: number): number {
  if (text[at] === '…') return 1;
  if (text[at] !== '.' || text[at + 1] !== '.') return 0;
  return text[at + 2] === '.' ? 3 : 2;
}

function headAt(text: string, at: number): Continuation['head'] {
  if (at >= text.length) return 'none';
  const code = text.charCodeAt(at);
  if (isDigit(code)) return 'digit';
  if (!isLetter(code)) return 'symbol';
  // A letter without case begins a sentence as a capital does, and so do "iPhone" and "eBay".
  const char = text.charAt(at);
  return isUpper(code) || char.toUpperCase() === char || isUpper(text.charCodeAt(at + 1)) ? 'upper' : 'lower';
}

function wordAt(text: string, from: number): string {
  let to = from;
  while (to < text.length && to - from < longestWord && isWordCharacter(text.charCodeAt(to))) to++;
  return text.slice(from, to).toLowerCase().replaceAll('’', "'");
}

function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x27 || code === 0x2019;
}
