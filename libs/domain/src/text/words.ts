import type { CodePointText } from './code-points';
import type { Range } from './range';

/** Scripts that are written without spaces: each of their letters counts as a word. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u
    .source;
/** Words end at white space, and at the dashes and slashes that stand between words. A hyphen stands within one. */
const chunk = new RegExp(`${unspaced}\\p{M}*|(?:(?!${unspaced})[^\\s–—―/…])+`, 'gu');
const lettersOrDigits = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su;

/**
 * The words of a stretch of text, in order: whatever holds a letter or a digit, without the punctuation around it.
 * Ranges are in code points of the whole text. A stretch without any word ("***") counts as one, so that nothing of a
 * text goes unaccounted for; an empty one has none.
 */
export function wordsIn(text: CodePointText, stretch: Range): Range[] {
  const part = text.slice(stretch.start, stretch.end);
  if (part === '') return [];
  const words: Range[] = [];
  let unit = 0;
  let point = stretch.start;
  const pointAt = (to: number): number => {
    for (; unit < to; point++) unit += (part.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    return point;
  };
  for (const { 0: found, index } of part.matchAll(chunk)) {
    const word = lettersOrDigits.exec(found);
    if (!word) continue;
    const start = pointAt(index + word.index);
    words.push({ start, end: pointAt(index + word.index + word[0].length) });
  }
  return words.length > 0 ? words : [{ start: stretch.start, end: stretch.end }];
}
