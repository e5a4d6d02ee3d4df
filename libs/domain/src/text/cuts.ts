import { Graphemes } from './graphemes';
import type { Sentence } from './block';
import { isSpace } from './characters';
import type { CodePointText } from './code-points';
import type { Range } from './range';

/**
 * The name of a sentence within its text. It follows from where the sentence is, so whatever leaves a sentence alone
 * leaves its name.
 */
export function sentenceId({ start, end }: Range): string {
  return `${start}-${end}`;
}

/**
 * Splits a sentence in two. White space around the cut belongs to neither half.
 * @param at code points in the text; inside the sentence, between two grapheme clusters, with words on both sides
 * @returns all sentences, numbered anew; `undefined` when there is no such sentence or it cannot be cut there
 */
export function splitSentence(
  text: CodePointText,
  sentences: readonly Sentence[],
  index: number,
  at: number,
): Sentence[] | undefined {
  const sentence = sentences[index];
  if (!sentence || at <= sentence.start || at >= sentence.end) return undefined;
  const from = text.toUtf16(sentence.start);
  const cut = text.toUtf16(at) - from;
  const words = text.slice(sentence.start, sentence.end);
  if (!new Graphemes(words).isBorder(cut)) return undefined;
  let left = cut;
  let right = cut;
  while (left > 0 && isSpace(words.charCodeAt(left - 1))) left -= 1;
  while (right < words.length && isSpace(words.charCodeAt(right))) right += 1;
  if (left === 0 || right === words.length) return undefined;
  return replaced(sentences, index, 1, [
    { start: sentence.start, end: text.fromUtf16(from + left) },
    { start: text.fromUtf16(from + right), end: sentence.end },
  ]);
}

/**
 * Joins a sentence with the next one of the same block.
 * @returns all sentences, numbered anew; `undefined` when there is no such sentence or none after it in its block
 */
export function joinSentences(sentences: readonly Sentence[], index: number): Sentence[] | undefined {
  const sentence = sentences[index];
  const next = sentences[index + 1];
  if (!sentence || next?.block !== sentence.block) return undefined;
  return replaced(sentences, index, 2, [{ start: sentence.start, end: next.end }]);
}

function replaced(sentences: readonly Sentence[], index: number, count: number, ranges: readonly Range[]): Sentence[] {
  const block = sentences[index]?.block ?? 0;
  return sentences
    .toSpliced(index, count, ...ranges.map((range) => ({ ...range, block, index })))
    .map((sentence, position) => ({ ...sentence, index: position }));
}
