import { currencySigns, spans, units } from './measures';
import { fractions, scales, type NumberWords } from './number-words';
import type { Token } from './token';

/** A number with its unit: how many tokens it takes, and what it may be worth. */
export interface FoundNumber {
  readonly tokens: number;
  /** More than one where signs are read differently: "4,600" is 4600 in English and 4.6 in Norwegian. */
  readonly values: readonly number[];
}

/** The number that begins at token `i`, if one does. */
export function numberAt(tokens: readonly Token[], i: number, words: NumberWords): FoundNumber | undefined {
  const sign = currencySigns.has(tokens[i]?.text ?? '') ? 1 : 0;
  const from = i + sign;
  const here = tokens[from];
  if (!here) return undefined;
  if (here.kind === 'number') return withMeasure(tokens, i, from + 1, readings(here.text), true);
  if (sign || here.kind !== 'word') return undefined;
  const spelled = words.spelled.get(here.word) ?? spelledPair(here.word, words.spelled);
  if (spelled !== undefined) return withMeasure(tokens, i, from + 1, [spelled], false);
  const ordinal = words.ordinals.get(here.word);
  if (ordinal !== undefined) return isOrdinal(tokens, from) ? { tokens: 1, values: [ordinal] } : undefined;
  return words.ones.has(here.word) && countsOne(tokens, i, words)
    ? withMeasure(tokens, i, from + 1, [1], false)
    : undefined;
}

/** "forty-two" and "førtito", and "two-thirds". */
function spelledPair(word: string, spelled: NumberWords['spelled']): number | undefined {
  const [tens = '', rest = ''] = word.split('-');
  const first = spelled.get(tens);
  if (first === undefined) return undefined;
  const fraction = fractions.get(rest);
  if (fraction !== undefined) return first * fraction;
  const second = rest === 'one' ? 1 : spelled.get(rest);
  return second !== undefined && first >= 20 && second < 10 ? first + second : undefined;
}

/** "andre" is "other" as well, "second" a measure: they count only before what happens again and again. */
function isOrdinal(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.word ?? '';
  if (!/^(andre|annen|second|first|første|fyrste)$/u.test(word)) return true;
  return /^(gong|gongen|gang|gangen|time|plass|place|quarter|kvartal)$/u.test(tokens[i + 1]?.word ?? '');
}

/** An article counts before a scale or a fraction; before a span of time it does after a word such as "in". */
function countsOne(tokens: readonly Token[], i: number, words: NumberWords): boolean {
  const next = tokens[i + 1]?.word ?? '';
  if (scales.has(next) || (fractions.has(next) && isShare(tokens, i + 1, words))) return true;
  return (
    spans.has(next) &&
    /^(in|for|on|than|within|på|over|enn|i|innen|innan|etter|after)$/u.test(tokens[i - 1]?.word ?? '')
  );
}

/** "a third of" is a share, "a third man" an ordinal. */
function isShare(tokens: readonly Token[], i: number, { ordinals }: NumberWords): boolean {
  return !ordinals.has(tokens[i]?.word ?? '') || tokens[i + 1]?.word === 'of' || tokens[i - 1]?.word === 'one';
}

function withMeasure(
  tokens: readonly Token[],
  from: number,
  next: number,
  read: readonly number[],
  isDigits: boolean,
): FoundNumber {
  let end = next;
  let values = read;
  if (isDigits) end += endingAt(tokens, end);
  const scale = scales.get(tokens[end]?.word ?? '') ?? fractions.get(tokens[end]?.word ?? '');
  if (scale !== undefined && (isDigits || tokens[end]?.word.length !== 1)) {
    values = values.map((value) => value * scale);
    end += 1;
    if (tokens[end]?.text === '.' && /^(mill|mrd)$/u.test(tokens[end - 1]?.word ?? '')) end += 1;
  }
  const unit = unitAt(tokens, end);
  const isShare = unit > 0 && /^(%|prosent|percent|per|pct)$/u.test(tokens[end]?.word ?? '');
  return { tokens: end + unit - from, values: isShare ? values.flatMap((value) => [value, value / 100]) : values };
}

/** What stands against the digits and belongs to them: "50." of an ordinal, "50th", "30s". */
function endingAt(tokens: readonly Token[], i: number): number {
  const ending = tokens[i];
  if (!ending || ending.start !== tokens[i - 1]?.end) return 0;
  if (/^(st|nd|rd|th|s)$/u.test(ending.word)) return 1;
  const after = tokens[i + 1];
  return ending.text === '.' && after?.kind === 'word' && after.text === after.word ? 1 : 0;
}

function unitAt(tokens: readonly Token[], i: number): number {
  const word = tokens[i]?.word ?? '';
  const next = tokens[i + 1]?.word ?? '';
  if (word === 'per' && next === 'cent') return 2;
  if (!units.has(word)) return 0;
  if (word === 'km' && next === '/' && tokens[i + 2]?.word === 't') return 3;
  return word === 'meter' && next === 'per' && tokens[i + 2]?.word === 'sekund' ? 3 : 1;
}

/** What digits may mean: a sign before three digits divides thousands in one language and decimals in another. */
export function readings(digits: string): number[] {
  const bare = digits.replace(/[ \u00a0\u202f]/gu, '');
  const signs = bare.match(/[.,:]/gu) ?? [];
  const asGroups = Number(bare.replace(/[.,:]/gu, ''));
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','), bare.lastIndexOf(':'));
  const asDecimal = Number(`${bare.slice(0, Math.max(last, 0)).replace(/[.,:]/gu, '')}.${bare.slice(last + 1)}`);
  if (signs.length === 0) return [Number(bare)];
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/u.test(bare);
  if (!isGrouped) return [asDecimal];
  return signs.length > 1 && new Set(signs).size === 1 ? [asGroups] : [asGroups, asDecimal];
}
