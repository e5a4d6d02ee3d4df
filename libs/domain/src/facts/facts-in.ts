import { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import { dateAt } from './dates';
import type { Fact, FactKind } from './fact';
import { nameAt } from './names';
import { englishNumbers, norwegianNumbers } from './number-words';
import { numberAt } from './numbers';
import { quotationsIn } from './quotations';
import { isSuperlative } from './superlatives';
import { tokensOf, type Token } from './token';

/**
 * The names, numbers, dates and clock times, quotations and superlatives of a sentence, by rule, in order and without
 * overlap. A number has its unit and scale, a name its genitive; what stands within a quotation belongs to that.
 * `sentence` may hold several sentences. Languages but "en" are read as Norwegian. Time is linear in the sentence.
 */
export function factsIn(text: CodePointText, sentence: Range, language: string): Fact[] {
  const part = new CodePointText(text.slice(sentence.start, sentence.end));
  const found = findIn(part.text, language === 'en');
  return found.map(({ kind, start, end }) => ({
    kind,
    start: sentence.start + part.fromUtf16(start),
    end: sentence.start + part.fromUtf16(end),
  }));
}

function findIn(sentence: string, isEnglish: boolean): Fact[] {
  const quotations = quotationsIn(sentence);
  const tokens = tokensOf(sentence);
  const found: Fact[] = [];
  let quotation = 0;
  for (let i = 0; i < tokens.length;) {
    const here = tokens[i];
    if (!here) break;
    while ((quotations[quotation]?.end ?? Infinity) <= here.start) quotation += 1;
    const quoted = quotations[quotation];
    if (quoted && here.start >= quoted.start) {
      if (here.start === quoted.start) found.push({ kind: 'quotation', ...quoted });
      i += 1;
      continue;
    }
    const fact = factAt(sentence, tokens, i, isEnglish);
    if (fact) found.push({ kind: fact.kind, start: fact.start, end: fact.end });
    i = fact?.next ?? i + 1;
  }
  return found;
}

interface Found extends Fact {
  readonly next: number;
}

function factAt(sentence: string, tokens: readonly Token[], i: number, isEnglish: boolean): Found | undefined {
  const here = tokens[i];
  if (!here) return undefined;
  const date = dateAt(tokens, i, isEnglish);
  if (date > 0) return spanning('date', tokens, i, date);
  const number = numberAt(tokens, i, isEnglish ? englishNumbers : norwegianNumbers);
  if (number) return spanning('number', tokens, i, number.tokens);
  if (isSuperlative(here.word, tokens[i - 1]?.word ?? '', isEnglish)) return spanning('superlative', tokens, i, 1);
  const name = nameAt(sentence, tokens, i, isEnglish);
  return name && { kind: 'name', ...name };
}

function spanning(kind: FactKind, tokens: readonly Token[], i: number, count: number): Found {
  const first = tokens[i];
  const last = tokens[i + count - 1];
  return { kind, start: first?.start ?? 0, end: last?.end ?? 0, next: i + count };
}
