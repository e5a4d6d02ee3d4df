/** The most combining marks in a row, counted as canonical decomposition has them (Unicode UAX #15, section 13). */
export const mostMarks = 30;
/** U+034F COMBINING GRAPHEME JOINER: invisible, and marks are neither reordered nor composed across it. */
const joiner = '\u034F';
const mark = /(?!\u034F)\p{M}/u;
const marks = /(?!\u034F)\p{M}/gu;
/**
 * Runs that may be too long: a mark decomposes to three at most (U+0CCB), and what stands before it brings up to three
 * along (U+1F82), so that nine are never more than thirty.
 */
const suspects = /\P{M}?(?:(?!\u034F)\p{M}){9,}/gu;

/**
 * Puts an invisible joiner (U+034F) into runs of more than 30 combining marks, as the Stream-Safe Text Process does:
 * normalization sorts each run, which takes the square of its length. Nothing is removed. Linear, and idempotent
 * also with normalization after it.
 */
export function streamSafe(text: string): string {
  return text.replace(suspects, divide);
}

function divide(run: string): string {
  let divided = '';
  let count = 0;
  for (const character of run) {
    const own = character.normalize('NFD').match(marks)?.length ?? 0;
    if (mark.test(character) && count + own > mostMarks) {
      divided += joiner;
      count = 0;
    }
    divided += character;
    count = mark.test(character) ? count + own : own;
  }
  return divided;
}
