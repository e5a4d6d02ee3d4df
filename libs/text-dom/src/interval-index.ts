import type { Range } from '@belegg/domain';

/**
 * Ranges that can be asked which of them lie over an offset or a stretch: an implicit balanced tree on the starts, each
 * node knowing how far its ranges reach. Built in n log n; an answer of k ranges costs log n + k.
 */
export class IntervalIndex<T extends Range> {
  private readonly sorted: readonly T[];
  /** For the middle of each subtree, the furthest end in that subtree. */
  private readonly reach: Float64Array;

  constructor(ranges: readonly T[]) {
    this.sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
    this.reach = new Float64Array(ranges.length);
    this.measure(0, ranges.length);
  }

  /** All ranges that hold the character at an offset, in the order in which they begin, the longer first. */
  at(offset: number): T[] {
    return this.overlapping({ start: offset, end: offset + 1 });
  }

  /** All ranges that share a character with a stretch, in the same order. */
  overlapping(stretch: Range): T[] {
    const found: T[] = [];
    if (stretch.start < stretch.end) this.collect(0, this.sorted.length, stretch, found);
    return found;
  }

  private measure(low: number, high: number): number {
    if (low >= high) return -Infinity;
    const middle = (low + high) >>> 1;
    const own = this.sorted[middle]?.end ?? -Infinity;
    const reach = Math.max(own, this.measure(low, middle), this.measure(middle + 1, high));
    this.reach[middle] = reach;
    return reach;
  }

  private collect(low: number, high: number, stretch: Range, found: T[]): void {
    if (low >= high) return;
    const middle = (low + high) >>> 1;
    const range = this.sorted[middle];
    if (!range || (this.reach[middle] ?? -Infinity) <= stretch.start) return;
    this.collect(low, middle, stretch, found);
    if (range.start >= stretch.end) return;
    if (range.end > stretch.start && range.start < range.end) found.push(range);
    this.collect(middle + 1, high, stretch, found);
  }
}
