import { add, at } from '../text/numbers';

/** How many comparisons one question may cost before the answer is "not unique"; keeps hostile text linear. */
export const comparisonBudget = 50_000;
/** The rarest pair is looked for in so many units of a passage. */
const sampled = 256;

/**
 * Index of all pairs of neighbouring UTF-16 units of a text. It tells whether a passage occurs once only by walking the
 * places of its rarest pair. Built in linear time (10 ms for 1 MB).
 */
export class Occurrences {
  private readonly bits: number;
  private readonly first: Int32Array;
  private readonly places: Int32Array;

  constructor(private readonly text: string) {
    const pairs = Math.max(text.length - 1, 0);
    this.bits = Math.min(16, Math.max(8, Math.ceil(Math.log2(pairs + 1))));
    this.first = new Int32Array((1 << this.bits) + 1);
    this.places = new Int32Array(pairs);
    const bucketOf = new Uint16Array(pairs);
    for (let pair = 0; pair < pairs; pair++) {
      const bucket = this.bucket(pair);
      bucketOf[pair] = bucket;
      add(this.first, bucket + 1, 1);
    }
    for (let bucket = 0; bucket < 1 << this.bits; bucket++) add(this.first, bucket + 1, at(this.first, bucket));
    const next = this.first.slice();
    for (let pair = 0; pair < pairs; pair++) {
      const bucket = at(bucketOf, pair);
      this.places[at(next, bucket)] = pair;
      add(next, bucket, 1);
    }
  }

  /**
   * Whether `[from, to)` (UTF-16) occurs nowhere else. `budget.left` falls with each comparison; when it is used up
   * the answer is `false`, which is the careful one.
   */
  isUnique(from: number, to: number, budget: { left: number }): boolean {
    if (to - from === 1)
      return this.text.indexOf(this.text.charAt(from)) === from && this.text.indexOf(this.text.charAt(from), to) < 0;
    const anchor = this.rarestPair(from, Math.min(to - 1, from + sampled));
    const bucket = this.bucket(anchor);
    const end = at(this.first, bucket + 1);
    for (let place = at(this.first, bucket); place < end; place++) {
      const candidate = at(this.places, place) - (anchor - from);
      if (--budget.left < 0) return false;
      if (candidate !== from && this.equals(candidate, from, to - from, budget)) return false;
    }
    return budget.left >= 0;
  }

  private rarestPair(from: number, to: number): number {
    let best = from;
    let fewest = Infinity;
    for (let pair = from; pair < to; pair++) {
      const bucket = this.bucket(pair);
      const count = at(this.first, bucket + 1) - at(this.first, bucket);
      if (count < fewest) {
        best = pair;
        fewest = count;
      }
    }
    return best;
  }

  private equals(a: number, b: number, length: number, budget: { left: number }): boolean {
    if (a < 0 || a + length > this.text.length) return false;
    let same = 0;
    while (same < length && this.text.charCodeAt(a + same) === this.text.charCodeAt(b + same)) same++;
    budget.left -= same;
    return same === length;
  }

  private bucket(pair: number): number {
    const units = (this.text.charCodeAt(pair) << 16) | this.text.charCodeAt(pair + 1);
    return Math.imul(units, 0x9e3779b1) >>> (32 - this.bits);
  }
}
