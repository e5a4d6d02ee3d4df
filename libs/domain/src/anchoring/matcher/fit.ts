import { at } from '../../text/numbers';
import type { Tokens } from './tokens';

/**
 * What a token of the new text that is passed over costs, by its weight: a compact place is better than a scattered
 * one.
 */
const skipCost = 0.1;
const rounding = 1e-9;
/** How far from where it is expected a word is looked for that has changed places with its neighbours, in tokens. */
const transposition = 3;
const Step = { none: 0, pass: 1, drop: 2, match: 3 } as const;

/** Where a stretch of the old text fits best into a region of the new one. */
export interface Fit {
  /** For each old token its place in the new text, or -1. */
  readonly places: Int32Array;
  /** 1 for each old token whose place is one of several equally good ones. */
  readonly doubtful: Uint8Array;
  /** 1 for each old token that has changed places with its neighbours. */
  readonly swapped: Uint8Array;
  /** The share of the old characters that survive, from 0 to 1. */
  readonly score: number;
  /** The same share for the best place that does not overlap this one. */
  readonly runnerUp: number;
}

/** Half-open range of tokens. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Fits stretches of the old text into regions of the new: a semi-global alignment (Sellers) of tokens weighted by their
 * length, in which a slip of the pen costs little. Time and space are the product of the lengths.
 */
export class Fitter {
  private steps = new Uint8Array(0);
  private scores = new Float64Array(0);

  constructor(
    private readonly old: Tokens,
    private readonly now: Tokens,
    /** How much of an old token survives in a new one, from 0 to 1. */
    private readonly likeness: (old: number, now: number) => number,
  ) {}

  /** @param taken new tokens that belong to another passage already, and match nothing */
  fit(passage: Span, region: Span, taken: Uint8Array): Fit {
    const { score, end } = this.fill(passage, region, taken);
    const places = this.trace(passage, region, end, false);
    const other = this.trace(passage, region, end, true);
    const doubtful = Uint8Array.from(places, (place, token) => (place === other[token] ? 0 : 1));
    this.matchEdges(places, passage, region, taken);
    const swapped = new Uint8Array(places.length);
    this.findSwapped({ places, doubtful, swapped }, passage, taken);
    let total = 0;
    let matched = 0;
    let start = end;
    for (let k = 0; k < places.length; k++) {
      const weight = this.old.weight(passage.from + k);
      total += weight;
      const place = at(places, k);
      if (place < 0) continue;
      matched += weight * this.likeness(passage.from + k, place);
      start = Math.min(start, place - region.from);
    }
    const width = region.to - region.from + 1;
    const before = score > 0 ? at(this.scores, (passage.to - passage.from) * width + start) : 0;
    const after =
      score > 0 && end < width - 1 ? this.fill(passage, { from: region.from + end, to: region.to }, taken).score : 0;
    return { places, doubtful, swapped, score: matched / total, runnerUp: Math.max(before, after) / total };
  }

  /** Fills the table; row and column 0 are the empty passage and region. Returns the best score and where it ends. */
  private fill(passage: Span, region: Span, taken: Uint8Array): { score: number; end: number } {
    const height = passage.to - passage.from + 1;
    const width = region.to - region.from + 1;
    if (height * width > this.steps.length) {
      this.steps = new Uint8Array(height * width);
      this.scores = new Float64Array(height * width);
    }
    const { scores, steps } = this;
    scores.fill(0, 0, width);
    steps.fill(Step.none, 0, width);
    for (let row = 1; row < height; row++) {
      const old = passage.from + row - 1;
      const weight = this.old.weight(old);
      const line = row * width;
      scores[line] = 0;
      steps[line] = Step.drop;
      for (let column = 1; column < width; column++) {
        const now = region.from + column - 1;
        const cell = line + column;
        let best = at(scores, cell - width);
        let step: number = Step.drop;
        const passed = at(scores, cell - 1) - skipCost * this.now.weight(now);
        if (passed > best) {
          best = passed;
          step = Step.pass;
        }
        const likeness = this.likeness(old, now);
        if (likeness > 0 && at(taken, now) === 0) {
          const matched = at(scores, cell - width - 1) + weight * likeness;
          if (matched >= best) {
            best = matched;
            step = Step.match;
          }
        }
        scores[cell] = best;
        steps[cell] = step;
      }
    }
    let end = 0;
    const last = (height - 1) * width;
    for (let column = 1; column < width; column++) if (at(scores, last + column) > at(scores, last + end)) end = column;
    return { score: at(scores, last + end), end };
  }

  /** Sentences that begin, or end, with the same word do so together, however many words between were replaced. */
  private matchEdges(places: Int32Array, passage: Span, region: Span, taken: Uint8Array): void {
    const matched = places.filter((place) => place >= 0);
    const [first, last] = [matched[0], matched.at(-1)];
    if (first === undefined || last === undefined) return;
    const start = at(this.now.unitStarts, at(this.now.unitOf, first));
    const end = at(this.now.unitStarts, at(this.now.unitOf, last) + 1) - 1;
    const matches = (old: number, now: number) =>
      now >= region.from && now < region.to && !at(taken, now) && at(this.old.ids, old) === at(this.now.ids, now);
    if (at(places, 0) < 0 && start < first && matches(passage.from, start)) places[0] = start;
    if (at(places, places.length - 1) < 0 && end > last && matches(passage.to - 1, end))
      places[places.length - 1] = end;
  }

  /**
   * Gives words that an alignment in order must leave out, since they changed places with a neighbour, their place near
   * by.
   */
  private findSwapped(fit: Pick<Fit, 'places' | 'doubtful' | 'swapped'>, passage: Span, taken: Uint8Array): void {
    const matched = fit.places.slice();
    const used = new Set(matched);
    let previous = -1;
    for (let k = 0; k < matched.length; k++) {
      if (at(matched, k) >= 0) previous = k;
      else if (previous >= 0 && this.old.weight(passage.from + k) > 1) {
        const id = at(this.old.ids, passage.from + k);
        const expected = at(matched, previous) + k - previous;
        const near = this.around(expected, (now) => at(this.now.ids, now) === id);
        const found = near.find((now) => !used.has(now) && !at(taken, now));
        if (found === undefined) continue;
        const twins =
          near.length + this.around(passage.from + k, (old) => at(this.old.ids, old) === id, this.old.count).length;
        fit.places[k] = found;
        fit.swapped[k] = 1;
        fit.doubtful[k] = twins > 2 ? 1 : 0;
        used.add(found);
      }
    }
  }

  private around(token: number, matches: (token: number) => boolean, count = this.now.count): number[] {
    const found: number[] = [];
    for (let near = Math.max(0, token - transposition); near <= Math.min(count - 1, token + transposition); near++)
      if (matches(near)) found.push(near);
    return found;
  }

  /** Walks back from the end of the best place; `early` takes the earlier of two equally good places of a token. */
  private trace(passage: Span, region: Span, end: number, early: boolean): Int32Array {
    const places = new Int32Array(passage.to - passage.from).fill(-1);
    const width = region.to - region.from + 1;
    let row = places.length;
    let column = end;
    while (row > 0 && column > 0) {
      const cell = row * width + column;
      let step = at(this.steps, cell);
      if (early && step === Step.match) {
        const score = at(this.scores, cell) - rounding;
        if (at(this.scores, cell - width) >= score) step = Step.drop;
        else if (at(this.scores, cell - 1) - skipCost * this.now.weight(region.from + column - 1) >= score)
          step = Step.pass;
      }
      if (step === Step.match) places[--row] = region.from + --column;
      else if (step === Step.drop) row--;
      else column--;
    }
    return places;
  }
}
