import { isDigit, isLetterOrDigit, isSpace } from './characters';
import type { Continuation } from './continuation';
import { lists, type Lexicon } from './lexicon/lexicon';

const longestToken = 24;
const apostrophe = 0x27;
const typographicApostrophe = 0x2019;
const comma = 0x2c;
const fullStop = 0x2e;
const paragraphSign = 0xa7;

/** A full stop in its place: the text, the token before it, what comes after it. */
interface Place {
  readonly text: string;
  /** Where the sentence so far begins. */
  readonly sentenceStart: number;
  /** Where the token begins. */
  readonly from: number;
  /** The word or number that the stop ends, with its inner punctuation ("St.meld", "3.5", "didn't"). */
  readonly token: string;
  readonly next: Continuation;
  readonly lexicon: Lexicon;
}

/**
 * Whether the full stop at `at` ends a sentence, rather than an abbreviation, an initial, an ordinal or the number of
 * a list item. `sentenceStart` is where the sentence so far begins.
 */
export function fullStopEnds(
  text: string,
  sentenceStart: number,
  at: number,
  next: Continuation,
  lexicon: Lexicon,
): boolean {
  const from = tokenStart(text, at);
  const token = text.slice(from, at);
  const place: Place = { text, sentenceStart, from, token, next, lexicon };
  if (token === '') return true;
  if (numberToken.test(token)) return numberEnds(place);
  const word = token.toLowerCase();
  if (lists(lexicon.leading, token, word)) return false;
  if ((next.head === 'digit' || next.head === 'lower') && lists(lexicon.numbering, token, word)) return false;
  if (next.head === 'digit' && lexicon.numberingWords.has(word)) return false;
  if (isQuantity(place)) return next.head !== 'lower' && !next.bracket && !lexicon.currencies.has(next.word);
  if (lists(lexicon.final, token, word)) return next.head !== 'lower' && !next.bracket;
  if (isInitial(token)) return initialEnds(place);
  if (lists(lexicon.either, token, word)) return opensClearly(next, lexicon);
  if (isConsonants(token) && !isNoun(place)) return next.head !== 'digit' && opensClearly(next, lexicon);
  return true;
}

function tokenStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < longestToken && continuesToken(text, from - 1)) from--;
  return from;
}

function continuesToken(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isLetterOrDigit(code) || code === fullStop || code === paragraphSign) return true;
  if (code === comma) return isDigit(text.charCodeAt(at + 1));
  return (code === apostrophe || code === typographicApostrophe) && isLetterOrDigit(text.charCodeAt(at - 1));
}

const numberToken = /^\d[\d.,]*$/;
const ordinalAhead = /^\d{1,2}\.(?!\d)/;

/**
 * A number is the mark of an item or a section where a sentence begins, or in Norwegian an ordinal; else it ends the
 * sentence.
 */
function numberEnds(place: Place): boolean {
  const { text, from, token, next, lexicon } = place;
  const mark = from === place.sentenceStart || followsSectionWord(place);
  if (next.head === 'lower') return lexicon.lowerCaseStart && !mark;
  if (mark && token.split('.').every((part) => part.length <= 3)) return false;
  if (!lexicon.ordinalStop || token.length > 2) return true;
  if (lexicon.counted.has(next.word)) return false;
  // "12. 13. og 14. mai", but not after the result of a match: "2-1. 17. mai".
  const standsAlone = from === 0 || isSpace(text.charCodeAt(from - 1));
  return !(standsAlone && next.head === 'digit' && ordinalAhead.test(text.slice(next.headAt, next.headAt + 4)));
}

const longestSectionWord = 8;

/** Whether the sentence so far is "§", "Kap." or the like, and its number comes now. */
function followsSectionWord({ text, sentenceStart, from, lexicon }: Place): boolean {
  if (from - sentenceStart > longestSectionWord) return false;
  const word = /^(\p{L}+|§+)\.?\s+$/u.exec(text.slice(sentenceStart, from))?.[1];
  return word !== undefined && lists(lexicon.numbering, word, word.toLowerCase());
}

function isInitial(token: string): boolean {
  return token.length === 1 || (token.length <= 8 && /^\p{L}(?:\.\p{L})+$/u.test(token));
}

/**
 * "J. K. Rowling", "L.A. Lakers" go on, unless what follows plainly begins a sentence; so does "B." but for "plan B."
 */
function initialEnds({ text, sentenceStart, from, token, next, lexicon }: Place): boolean {
  if (next.head === 'lower' || from === sentenceStart) return false;
  if (lexicon.lettered.has(wordBefore(text, from))) return true;
  if (next.head === 'digit') return !next.bracket && /\p{Lu}$/u.test(token);
  const beforeInitial = next.word.length === 1 && text[next.headAt + 1] === '.';
  return !beforeInitial && opensClearly(next, lexicon);
}

/** The word, in lower case, that a space parts from `at`. */
function wordBefore(text: string, at: number): string {
  return text.slice(tokenStart(text, at - 1), at - 1).toLowerCase();
}

const mostConsonants = 5;

/** A short word in lower case without a vowel is an abbreviation or a unit, even if no list has it. */
function isConsonants(token: string): boolean {
  return token.length <= mostConsonants && /^[bcdfghjklmnpqrstvwxz]+$/.test(token);
}

/** Words that only a noun follows within a sentence: "på tv", "en sms". */
const beforeNouns: ReadonlySet<string> = new Set([
  'på',
  'via',
  'per',
  'en',
  'ei',
  'et',
  'eit',
  'ein',
  'the',
  'a',
  'an',
]);

/** Whether a word without vowels is read letter by letter, as "tv" and "gps" are. */
function isNoun({ text, from, token, lexicon }: Place): boolean {
  return lexicon.spelled.has(token) || beforeNouns.has(wordBefore(text, from));
}

/** "10 km", "5 mill.": a unit, or a word for an amount, after a number. */
function isQuantity({ text, from, token, lexicon }: Place): boolean {
  const follows = isSpace(text.charCodeAt(from - 1)) && isDigit(text.charCodeAt(from - 2));
  return follows && (isConsonants(token) || lexicon.amounts.has(token.toLowerCase()));
}

function opensClearly(next: Continuation, lexicon: Lexicon): boolean {
  if (next.head === 'lower' || next.bracket) return false;
  return next.dash || next.quote || next.head === 'digit' || lexicon.starters.has(next.word);
}
