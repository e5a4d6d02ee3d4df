import type { Mark } from './block';
import type { Range } from './range';

/** A passage that is shown as marked, in code points of the article. */
export interface Highlight extends Range {
  readonly id: string;
}

/** A stretch of text over which the same annotations and the same inline marks lie. */
export interface Run<A extends Highlight> extends Range {
  /** In the order in which they begin; those that begin together in the order given. */
  readonly annotations: readonly A[];
  readonly marks: readonly Mark[];
}

/**
 * Cuts a stretch of text (a block, or a sentence of it) into the fewest runs, in text order, that together hold all of
 * it. What reaches beyond the stretch is clipped, what does not touch it or is empty is left out.
 * One sweep over the borders: n log n in the annotations given, plus the size of the answer.
 */
export function runsOf<A extends Highlight>(
  stretch: Range,
  annotations: readonly A[],
  marks: readonly Mark[],
): Run<A>[] {
  const over = clipped(stretch, annotations);
  const within = clipped(stretch, marks);
  const borders = new Set([stretch.start, stretch.end]);
  for (const { start, end } of [...over, ...within]) borders.add(start).add(end);
  const cuts = [...borders].sort((a, b) => a - b);

  const openAnnotations = new Sweep(over);
  const openMarks = new Sweep(within);
  return cuts.slice(0, -1).map((start, i) => ({
    start,
    end: cuts[i + 1] ?? stretch.end,
    annotations: openAnnotations.at(start),
    marks: openMarks.at(start),
  }));
}

interface Clipped<T> extends Range {
  readonly of: T;
}

function clipped<T extends Range>(stretch: Range, ranges: readonly T[]): Clipped<T>[] {
  return ranges
    .map((of) => ({ of, start: Math.max(of.start, stretch.start), end: Math.min(of.end, stretch.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.of.start - b.of.start);
}

/** Which of some ranges, in order of their start, are open at offsets that only rise. */
class Sweep<T> {
  private next = 0;
  private open: Clipped<T>[] = [];

  constructor(private readonly ranges: readonly Clipped<T>[]) {}

  at(offset: number): T[] {
    this.open = this.open.filter(({ end }) => end > offset);
    for (let range = this.ranges[this.next]; range && range.start <= offset; range = this.ranges[++this.next])
      this.open.push(range);
    return this.open.map(({ of }) => of);
  }
}
