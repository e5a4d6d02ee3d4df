import { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import { Graphemes } from '../text/graphemes';
import { Kind, kindOf, splitsPair } from '../text/kinds';
import { comparisonBudget, Occurrences } from './occurrences';
import type { Selector } from './selector';

/**
 * The most code points of prefix, and of suffix. A passage not unique with so much around it is told by its position.
 */
export const contextLimit = 64;

/**
 * Makes selectors for passages of one text: the position, and the quote with just enough prefix and suffix, whole words
 * and whole graphemes, to occur once. Make one for many ranges: the index is built once, a range then costs some 10 µs.
 */
export class Describer {
  private readonly points: CodePointText;
  private readonly occurrences: Occurrences;
  private readonly graphemes: Graphemes;

  constructor(private readonly text: string) {
    this.points = new CodePointText(text);
    this.occurrences = new Occurrences(text);
    this.graphemes = new Graphemes(text);
  }

  /** @throws RangeError when the range is empty, reversed, not of integers or not within the text. */
  describe(range: Range): Selector {
    const { start, end } = range;
    if (!isPassage(range, this.points.length))
      throw new RangeError(`[${start}, ${end}) is no passage of a text of ${this.points.length} code points`);
    const from = this.points.toUtf16(start);
    const to = this.points.toUtf16(end);
    const [left, right] = this.surroundings(from, to);
    return [
      { type: 'TextPositionSelector', start, end },
      {
        type: 'TextQuoteSelector',
        exact: this.text.slice(from, to),
        prefix: this.text.slice(left, from),
        suffix: this.text.slice(to, right),
      },
    ];
  }

  /** Widens the passage by a word before and a word after it in turn until it is unique. */
  private surroundings(from: number, to: number): readonly [number, number] {
    const budget = { left: comparisonBudget };
    const isUnique = ([left, right]: readonly [number, number]) => this.occurrences.isUnique(left, right, budget);
    if (isUnique([from, to])) return [from, to];
    const wider = this.widenings(from, to);
    const windowAt = (step: number) => wider[step] ?? ([from, to] as const);
    // What holds a unique passage is unique, so the narrowest can be found by halving.
    let low = 0;
    let high = wider.length - 1;
    if (!isUnique(windowAt(high))) return windowAt(high);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isUnique(windowAt(middle))) high = middle;
      else low = middle + 1;
    }
    return windowAt(low);
  }

  private widenings(from: number, to: number): (readonly [number, number])[] {
    const before = this.stops(from, -1);
    const after = this.stops(to, 1);
    const windows: (readonly [number, number])[] = [];
    let left = from;
    let right = to;
    for (let step = 0; step < Math.max(before.length, after.length); step++) {
      left = before[step] ?? left;
      windows.push([left, right]);
      right = after[step] ?? right;
      windows.push([left, right]);
    }
    return windows;
  }

  /**
   * Where the context may end, going away from the passage: at words; within a word only where it is longer than the
   * limit.
   */
  private stops(from: number, direction: 1 | -1): number[] {
    const stops: number[] = [];
    let within = from;
    let at = from;
    for (let points = 0; points < contextLimit; points++) {
      at += direction;
      if (splitsPair(this.text, at)) at += direction;
      if (at < 0 || at > this.text.length) break;
      if (!this.graphemes.isBorder(at)) continue;
      within = at;
      if (direction < 0 ? this.beginsWord(at) : this.endsWord(at)) stops.push(at);
    }
    return stops.length || within === from ? stops : [within];
  }

  private beginsWord(at: number): boolean {
    const kind = this.kindFrom(at);
    return kind === Kind.sign || (kind === Kind.word && this.kindBefore(at) !== Kind.word);
  }

  private endsWord(at: number): boolean {
    const kind = this.kindBefore(at);
    return kind === Kind.sign || (kind === Kind.word && this.kindFrom(at) !== Kind.word);
  }

  private kindFrom(at: number): Kind {
    return kindOf(this.text.codePointAt(at) ?? 0x20);
  }

  /** The kind of the grapheme that ends here, which is that of its base. */
  private kindBefore(at: number): Kind {
    let unit = at;
    while (unit > 0) {
      unit -= splitsPair(this.text, unit - 1) ? 2 : 1;
      const kind = this.kindFrom(unit);
      if (kind !== Kind.joiner) return kind;
    }
    return Kind.space;
  }
}

/** `describe` for a single range; see `Describer` for many. */
export function describe(text: string, range: Range): Selector {
  return new Describer(text).describe(range);
}

/** Whether the range is a non-empty stretch within a text of so many code points. */
export function isPassage({ start, end }: Range, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
}
