import { isDigit, isLetterOrDigit, isSpace } from './characters';
import type { Continuation } from './continuation';
import { lists, type Lexicon } from './lexicon/lexicon';

const longestToken = 24;
const apostrophe = 0x27;
const typographicApostrophe = 0x2019;
const comma = 0x2c;
const fullStop = 0x2e;
const paragraphSign = 0xa7;

/**
 * Whether the full stop at `at` ends a sentence, rather than an abbreviation, an initial, an ordinal or the number of
 * a list item. `sentenceStart` is where the sentence so far begins.
 */
export function fullStopEnds(text: string, sentenceStart: number, at: number, next: Continuation, lexicon: Lexicon): boolean {
  const from = tokenStart(text, at);
  const token = text.slice(from, at);
  if (token === '') return true;
  if (numberToken.test(token)) return numberEnds(text, sentenceStart, from, token, next, lexicon);
  const word = token.toLowerCase();
  if (lists(lexicon.leading, token, word)) return false;
  if (lists(lexicon.numbering, token, word)) return next.head !== 'digit' && next.head !== 'lower';
  if (lists(lexicon.final, token, word) || isUnit(text, from, token)) return next.head !== 'lower';
  if (isInitial(token)) return from !== sentenceStart && initialEnds(text, from, token, next, lexicon);
  if (lists(lexicon.either, token, word)) return opensClearly(next, lexicon);
  if (isConsonants(token)) return next.head !== 'digit' && opensClearly(next, lexicon);
  return true;
}

/** The start of the run of letters, digits and inner punctuation ("St.meld", "3.5", "didn't") that ends at `at`. */
function tokenStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < longestToken && continuesToken(text, from - 1)) from--;
  return from;
}

function continuesToken(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isLetterOrDigit(code) || code === fullStop || code === paragraphSign) return true;
  if (code === comma) return isDigit(text.charCodeAt(at + 1));
  return (code === apostrophe || code === typographicApostrophe) && at > 0 && isLetterOrDigit(text.charCodeAt(at - 1));
}

const longestMark = 8;

/** "§ ", "Kap. ", "Art. " before the number of a section. */
function isSectionMark(before: string, lexicon: Lexicon): boolean {
  const mark = /^(\p{L}+|§+)\.?\s+$/u.exec(before)?.[1];
  return mark !== undefined && lists(lexicon.numbering, mark, mark.toLowerCase());
}

const numberToken = /^\d[\d.,]*$/;
const ordinalAhead = /^\d{1,2}\.(?!\d)/;

/** A number and a stop: the mark of an item or a section at the start of a sentence, or an ordinal in Norwegian; else the number ends the sentence. */
function numberEnds(text: string, sentenceStart: number, from: number, token: string, next: Continuation, lexicon: Lexicon): boolean {
  const first = from === sentenceStart || (from - sentenceStart <= longestMark && isSectionMark(text.slice(sentenceStart, from), lexicon));
  if (next.head === 'lower') return lexicon.lowerCaseStart && !first;
  if (first && token.split('.').every((part) => part.length <= 3)) return false;
  if (!lexicon.ordinalStop || token.length > 2) return true;
  if (lexicon.counted.has(next.word)) return false;
  // "12. 13. og 14. mai", but not after the result of a match: "2-1. 17. mai".
  const standsAlone = from === 0 || isSpace(text.charCodeAt(from - 1));
  return !(standsAlone && next.head === 'digit' && ordinalAhead.test(text.slice(next.headAt, next.headAt + 4)));
}

function isInitial(token: string): boolean {
  return token.length === 1 || (token.length <= 8 && /^\p{L}(?:\.\p{L})+$/u.test(token));
}

/** The word, in lower case, that a space parts from `at`. */
function wordBefore(text: string, at: number): string {
  const end = at - 1;
  return end > 0 ? text.slice(tokenStart(text, end), end).toLowerCase() : '';
}

/** "J. K. Rowling", "L.A. Lakers", "s. 12": these go on, unless what follows plainly begins a sentence or what precedes is as "plan" in "plan B". */
function initialEnds(text: string, from: number, token: string, next: Continuation, lexicon: Lexicon): boolean {
  if (next.head === 'lower') return false;
  if (lexicon.lettered.has(wordBefore(text, from))) return true;
  if (next.head === 'digit') return !next.bracket && /\p{Lu}$/u.test(token);
  const followedByInitial = next.word.length === 1 && text[next.headAt + 1] === '.';
  return !followedByInitial && opensClearly(next, lexicon);
}

const mostConsonants = 5;

/** A short word in lower case without a vowel is an abbreviation or a unit, even if no list has it. */
function isConsonants(token: string): boolean {
  return token.length <= mostConsonants && /^[bcdfghjklmnpqrstvwxz]+$/.test(token);
}

/** "10 km", "100 m": such a word after a number. */
function isUnit(text: string, from: number, token: string): boolean {
  return isConsonants(token) && from > 1 && isSpace(text.charCodeAt(from - 1)) && isDigit(text.charCodeAt(from - 2));
}

function opensClearly(next: Continuation, lexicon: Lexicon): boolean {
  if (next.head === 'lower') return false;
  if (next.bracket) return false;
  return next.dash || next.quote || next.head === 'digit' || lexicon.starters.has(next.word);
}
