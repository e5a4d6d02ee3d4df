import { at } from '../../text/numbers';
import type { Vocabulary } from './tokens';

/** Words shorter than this are other words, not misspelt ones, when a letter differs. */
const shortestTypo = 4;
const mostSlips = 2;
const digit = /\p{N}/u;

/**
 * How much of a word survives in another, from 0 to 1: more than 0 only where the one looks like a slip of the other,
 * one letter changed, added, left out or swapped with the next, two in words of eight letters and more.
 * Numbers are never alike: 10 is not a misspelt 12.
 */
export class Typos {
  private readonly known = new Map<number, number>();
  /** For each token its length, 0 where it has no misspellings, and which letters occur in it, as 32 bits. */
  private readonly lengths: Uint8Array;
  private readonly letters: Int32Array;

  constructor(private readonly vocabulary: Vocabulary) {
    this.lengths = new Uint8Array(vocabulary.size);
    this.letters = new Int32Array(vocabulary.size);
    for (let id = 0; id < vocabulary.size; id++) {
      const form = vocabulary.form(id);
      if (form.length < shortestTypo || digit.test(form)) continue;
      this.lengths[id] = form.length;
      let letters = 0;
      for (let unit = 0; unit < form.length; unit++) letters |= 1 << (form.charCodeAt(unit) & 31);
      this.letters[id] = letters;
    }
  }

  likeness(a: number, b: number): number {
    if (a === b) return 1;
    const difference = at(this.lengths, a) - at(this.lengths, b);
    if (difference > mostSlips || difference < -mostSlips || at(this.lengths, a) === 0 || at(this.lengths, b) === 0)
      return 0;
    // Each slip brings in one letter at most and drops one at most.
    let differing = at(this.letters, a) ^ at(this.letters, b);
    for (let bits = 0; bits < 2 * mostSlips; bits++) differing &= differing - 1;
    return differing === 0 ? this.compared(a, b) : 0;
  }

  private compared(a: number, b: number): number {
    const key = a * this.vocabulary.size + b;
    let likeness = this.known.get(key);
    if (likeness === undefined) {
      likeness = compare(this.vocabulary.form(a), this.vocabulary.form(b));
      this.known.set(key, likeness);
    }
    return likeness;
  }
}

function compare(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  const slips = shorter >= 2 * shortestTypo ? mostSlips : 1;
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  const distance = editDistance(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return distance <= slips ? 1 - distance / longer : 0;
}

/** Optimal string alignment (Damerau and Levenshtein) of two strings of at most a token's length. */
function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Uint8Array((a.length + 1) * width);
  for (let column = 0; column <= b.length; column++) table[column] = column;
  for (let row = 1; row <= a.length; row++) {
    table[row * width] = row;
    for (let column = 1; column <= b.length; column++) {
      const cell = row * width + column;
      const isSame = a.charAt(row - 1) === b.charAt(column - 1);
      const isSwapped =
        row > 1 &&
        column > 1 &&
        a.charAt(row - 1) === b.charAt(column - 2) &&
        a.charAt(row - 2) === b.charAt(column - 1);
      const least = Math.min(
        at(table, cell - width) + 1,
        at(table, cell - 1) + 1,
        at(table, cell - width - 1) + (isSame ? 0 : 1),
      );
      table[cell] = isSwapped ? Math.min(least, at(table, cell - 2 * width - 2) + 1) : least;
    }
  }
  return at(table, table.length - 1);
}
