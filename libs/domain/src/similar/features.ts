import { factsIn } from '../facts/facts-in';
import { englishCommon, norwegianCommon } from '../facts/name-words';
import { englishNumbers, norwegianNumbers } from '../facts/number-words';
import { numberAt } from '../facts/numbers';
import { tokensOf } from '../facts/token';
import { CodePointText } from '../text/code-points';
import { stemOf } from './stem';

/** A claim in its own words. Languages but "en" are read as Norwegian. */
export interface Wording {
  readonly text: string;
  readonly language: string;
}

/** Something that two claims may have in common: a number by its values, another word by its stem. */
export interface Feature {
  readonly kind: 'name' | 'number' | 'word';
  /** As it stands in the text. */
  readonly text: string;
  /** Without case, accents and ending; of a number, its first value. */
  readonly stem: string;
  /** Of a number, all that it may be worth. */
  readonly values: readonly number[];
  /** How much it tells. */
  readonly weight: number;
}

const weights = { name: 2, word: 1 } as const;

/** The more digits a number has, the less it is one by chance: 4600 tells more than 10, and 1637 more than 4600. */
const weightOfNumber = (value: number): number => 1.2 + 0.4 * Math.min(4, significantDigits(value));

function significantDigits(value: number): number {
  return Number(value.toPrecision(9))
    .toString()
    .replace(/e.*|\D/gu, '')
    .replace(/^0+|0+$/gu, '').length;
}

/** Whether two claims that have it in common say so much by that alone. */
export const isTelling = ({ kind, values: [value = 0] }: Feature): boolean =>
  kind === 'number' && significantDigits(value) >= 3;

/** What a claim says, word by word, without the commonest words; each once. */
export function featuresOf({ text, language }: Wording): Feature[] {
  const isEnglish = language === 'en';
  const points = new CodePointText(text);
  const names = factsIn(points, { start: 0, end: points.length }, language)
    .filter(({ kind }) => kind === 'name')
    .map(({ start, end }) => ({ start: points.toUtf16(start), end: points.toUtf16(end) }));
  const isNamed = (at: number) => names.some(({ start, end }) => at >= start && at < end);
  const tokens = tokensOf(text);
  const common = isEnglish ? englishCommon : norwegianCommon;
  const found: Feature[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const here = tokens[i];
    if (!here) break;
    const number = numberAt(tokens, i, isEnglish ? englishNumbers : norwegianNumbers);
    if (number) {
      const last = tokens[i + number.tokens - 1] ?? here;
      const [first = 0] = number.values;
      const own = text.slice(here.start, last.end);
      const weight = weightOfNumber(first);
      found.push({ kind: 'number', text: own, stem: String(first), values: number.values, weight });
      i += number.tokens - 1;
    } else if (here.kind === 'word' && here.word.length > 1) {
      if (isNamed(here.start)) found.push(worded('name', here.text));
      else if (!common.has(here.word)) found.push(worded('word', here.text));
    }
  }
  return [...new Map(found.map((feature) => [`${feature.kind} ${feature.stem}`, feature])).values()];
}

const worded = (kind: 'name' | 'word', text: string): Feature => ({
  kind,
  text,
  stem: stemOf(text),
  values: [],
  weight: weights[kind],
});
