import type { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import type { Fact } from './fact';
import { factsIn } from './facts-in';
import { englishNumbers, norwegianNumbers } from './number-words';
import { numberAt } from './numbers';
import { tokensOf } from './token';

/** What is said of a passage in one place: the rationale, a quote, its translation, a locator, the name of a source. */
export interface Said {
  readonly text: string;
  /** As in `factsIn`; where it is unknown, numbers in letters are read in each language. */
  readonly language?: string | undefined;
}

/** A fact of a passage, and whether something that is said of the passage mentions it. */
export interface MentionedFact extends Fact {
  readonly text: string;
  readonly mentioned: boolean;
}

/**
 * The facts of a passage, each with whether it is mentioned: numbers by value ("4 600", "4600" and "4,6 tusen" are
 * one), names by their last word without case, accents and genitive, others by their words. What a quotation of more
 * than three words holds stands behind the quotation itself. `sentence` holds the passage whole; ranges are those of
 * `factsIn`.
 */
export function mentionsIn(
  text: CodePointText,
  sentence: Range,
  passage: Range,
  language: string,
  said: readonly Said[],
): MentionedFact[] {
  const mentions = readMentions(said);
  return withQuoted(text, factsIn(text, sentence, language), language)
    .filter(({ start, end }) => start < passage.end && end > passage.start)
    .map((fact) => {
      const own = text.slice(fact.start, fact.end);
      return { ...fact, text: own, mentioned: isMentioned(fact, own, language, mentions) };
    });
}

/** The numbers and names of a passage that nothing mentions. */
export function unspoken(...of: Parameters<typeof mentionsIn>): MentionedFact[] {
  return mentionsIn(...of).filter(({ kind, mentioned }) => !mentioned && (kind === 'number' || kind === 'name'));
}

function withQuoted(text: CodePointText, facts: readonly Fact[], language: string): Fact[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'quotation') return [fact];
    const own = text.slice(fact.start, fact.end);
    const opening = /^[^\p{L}\p{N}]*/u.exec(own)?.[0].length ?? 0;
    const isTitle = wordsOf(own).length <= 3;
    const closing = own.length > 0 && /["»”“]$/u.test(own) ? 1 : 0;
    if (isTitle) return [fact];
    return [fact, ...factsIn(text, { start: fact.start + opening, end: fact.end - closing }, language)];
  });
}

interface Read {
  readonly values: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** All words of each text, between spaces. */
  readonly lines: readonly string[];
}

function readMentions(said: readonly Said[]): Read {
  const values = new Set<string>();
  const words = new Set<string>();
  const lines: string[] = [];
  for (const { text, language } of said) {
    for (const value of valuesIn(text, language)) values.add(value);
    const own = wordsOf(text);
    for (const word of own) for (const form of formsOf(word)) words.add(form);
    lines.push(` ${own.join(' ')} `);
  }
  return { values, words, lines };
}

function isMentioned({ kind }: Fact, own: string, language: string, said: Read): boolean {
  if (kind === 'number') return valuesIn(own, language).some((value) => said.values.has(value));
  const words = wordsOf(own);
  if (said.lines.some((line) => line.includes(` ${words.join(' ')} `))) return true;
  const last = words.at(-1);
  return kind === 'name' && last !== undefined && formsOf(last).some((form) => said.words.has(form));
}

/** The values of all numbers of a text, rounded so that fractions of the same number are equal. */
function valuesIn(text: string, language: string | undefined): string[] {
  const tokens = tokensOf(text);
  const languages = language === undefined ? both : language === 'en' ? [englishNumbers] : [norwegianNumbers];
  return languages.flatMap((words) =>
    tokens.flatMap((_, i) => numberAt(tokens, i, words)?.values.map((value) => value.toPrecision(9)) ?? []),
  );
}
const both = [englishNumbers, norwegianNumbers];

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
}

function folded(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/gu, "'").toLowerCase();
  return plain.replace(/ø/gu, 'o').replace(/æ/gu, 'ae');
}

/** A word with and without the genitive. */
function formsOf(word: string): string[] {
  const bare = word.replace(/(?:'s|s'|s|')$/u, '');
  return bare.length > 1 && bare !== word ? [word, bare] : [word];
}
