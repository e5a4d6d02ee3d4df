import { beforeYear, englishSpans, englishWhen, months, norwegianWhen, weekdays } from './measures';
import type { Token } from './token';

/** How many tokens from `i` on are a date or a clock time; 0 where none begins. */
export function dateAt(tokens: readonly Token[], i: number, isEnglish: boolean): number {
  const here = tokens[i];
  if (!here) return 0;
  if (here.kind === 'day') return 1;
  return (
    clockAt(tokens, i, isEnglish) ||
    calendarAt(tokens, i, isEnglish) ||
    decadeAt(tokens, i) ||
    (isYear(tokens, i) ? 1 : 0) ||
    relativeAt(tokens, i, isEnglish)
  );
}

function clockAt(tokens: readonly Token[], i: number, isEnglish: boolean): number {
  const here = tokens[i];
  if (here?.kind === 'number') {
    if (/^\d{1,2}:\d\d$/u.test(here.text)) return 1 + halfDay(tokens, i + 1);
    const half = isEnglish && /^\d{1,2}(?:\.\d\d)?$/u.test(here.text) ? halfDay(tokens, i + 1) : 0;
    return half && 1 + half;
  }
  if (isEnglish || !/^(klokken|klokka|kl)$/u.test(here?.word ?? '')) return 0;
  const at = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
  const time = tokens[at];
  return time?.kind === 'number' && /^\d{1,2}(?:[.:]\d\d)?$/u.test(time.text) ? at + 1 - i : 0;
}

/** "a.m." is four tokens, "pm" one. */
function halfDay(tokens: readonly Token[], i: number): number {
  const word = tokens[i]?.word ?? '';
  if (word === 'am' || word === 'pm') return 1;
  const isDotted = (word === 'a' || word === 'p') && tokens[i + 1]?.text === '.' && tokens[i + 2]?.word === 'm';
  return isDotted ? (tokens[i + 3]?.text === '.' ? 4 : 3) : 0;
}

function calendarAt(tokens: readonly Token[], i: number, isEnglish: boolean): number {
  const weekday = isNamed(tokens[i], weekdays, isEnglish) ? 1 : 0;
  let from = i + weekday;
  if (weekday && (tokens[from]?.text === ',' || tokens[from]?.word === 'den')) from += 1;
  const date = dayAndMonthAt(tokens, from, isEnglish);
  return date ? from + date - i : weekday;
}

function dayAndMonthAt(tokens: readonly Token[], i: number, isEnglish: boolean): number {
  const end = isDay(tokens[i]) ? endOfDayFirst(tokens, i, isEnglish) : endOfMonthFirst(tokens, i, isEnglish);
  if (end === 0) return 0;
  if (isFourDigits(tokens[end])) return end + 1 - i;
  return tokens[end]?.text === ',' && isFourDigits(tokens[end + 1]) ? end + 2 - i : end - i;
}

const dayEnding = /^(st|nd|rd|th)$/u;

/** "12. juni", "12 June", "12th June". */
function endOfDayFirst(tokens: readonly Token[], i: number, isEnglish: boolean): number {
  const after = tokens[i + 1];
  const month = after?.text === '.' || dayEnding.test(after?.word ?? '') ? i + 2 : i + 1;
  return isMonth(tokens, month, isEnglish) ? month + 1 : 0;
}

/** "June", and in English "June 12" and "June 12th". "May" and "Mars" that begin a sentence may be other words. */
function endOfMonthFirst(tokens: readonly Token[], i: number, isEnglish: boolean): number {
  const here = tokens[i];
  if (!here || !isMonth(tokens, i, isEnglish)) return 0;
  if (isEnglish && isDay(tokens[i + 1])) return dayEnding.test(tokens[i + 2]?.word ?? '') ? i + 3 : i + 2;
  return here.first && /^(may|march|mars|mar)$/u.test(here.word) ? 0 : i + 1;
}

function isMonth(tokens: readonly Token[], i: number, isEnglish: boolean): boolean {
  const here = tokens[i];
  return isNamed(here, months, isEnglish) && (here?.word.length !== 3 || here.word === 'mai' || here.word === 'may');
}

/** English writes days and months with a capital, Norwegian without. */
function isNamed(token: Token | undefined, names: ReadonlySet<string>, isEnglish: boolean): boolean {
  if (token?.kind !== 'word' || !names.has(token.word)) return false;
  return !isEnglish || token.text !== token.word;
}

function isDay(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^(?:[1-9]|[12]\d|3[01])$/u.test(token.text);
}

function isFourDigits(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^[12]\d{3}$/u.test(token.text);
}

/** "1960-tallet", "1990s". */
function decadeAt(tokens: readonly Token[], i: number): number {
  if (!isFourDigits(tokens[i])) return 0;
  if (tokens[i + 1]?.word === 's' && tokens[i + 1]?.start === tokens[i]?.end) return 2;
  const isDecade = tokens[i + 1]?.text === '-' && /^(tallet|talet|åra|årene)$/u.test(tokens[i + 2]?.word ?? '');
  return isDecade ? 3 : 0;
}

/** Four digits are a year after a word that says when, in parentheses, or after the dash from another year. */
function isYear(tokens: readonly Token[], i: number): boolean {
  if (!isFourDigits(tokens[i])) return false;
  const before = tokens[i - 1];
  if (!before) return false;
  if (before.text === '(' || beforeYear.has(before.word)) return true;
  return /^[-–]$/u.test(before.text) && isFourDigits(tokens[i - 2]);
}

function relativeAt(tokens: readonly Token[], i: number, isEnglish: boolean): number {
  const word = tokens[i]?.word ?? '';
  const next = tokens[i + 1]?.word ?? '';
  if (!isEnglish) return word === 'i' && norwegianWhen.has(next) ? 2 : 0;
  if (englishWhen.has(word)) return 1;
  return /^(last|this|next)$/u.test(word) && englishSpans.has(next) ? 2 : 0;
}
