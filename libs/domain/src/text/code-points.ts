/**
 * A text that is addressed in Unicode code points, while JavaScript strings and the browser count UTF-16 units.
 * Built in one pass; lookups cost nothing where the text has no character beyond the BMP, else the logarithm of their
 * number. Offsets beyond the ends are clamped, as `String.prototype.slice` does.
 */
export class CodePointText {
  /** Code-point offsets of the characters that take two units, ascending. */
  private readonly pairs: Uint32Array;

  /** Length in code points. */
  readonly length: number;

  constructor(readonly text: string) {
    this.pairs = pairOffsets(text);
    this.length = text.length - this.pairs.length;
  }

  /** The text of `[start, end)`, both in code points. */
  slice(start: number, end: number = this.length): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }

  /** The UTF-16 offset of a code-point offset. */
  toUtf16(codePoint: number): number {
    const offset = clamp(codePoint, this.length);
    return offset + countBelow(this.pairs, offset, 0);
  }

  /** The code-point offset of a UTF-16 offset; one inside a surrogate pair snaps to the start of the pair. */
  fromUtf16(unit: number): number {
    const offset = clamp(unit, this.text.length);
    // Pair i begins at unit pairs[i] + i; from its second unit on it counts one unit too many.
    return offset - countBelow(this.pairs, offset, 1);
  }
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

/** How many `i` have `pairs[i] + i * step < limit`; the sequence ascends. */
function countBelow(pairs: Uint32Array, limit: number, step: 0 | 1): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle] ?? 0) + middle * step < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const highSurrogate = /[\uD800-\uDBFF]/;

function pairOffsets(text: string): Uint32Array {
  if (!highSurrogate.test(text)) return new Uint32Array();
  const offsets: number[] = [];
  for (let unit = 0; unit < text.length; unit++) {
    if ((text.codePointAt(unit) ?? 0) > 0xffff) offsets.push(unit++ - offsets.length);
  }
  return Uint32Array.from(offsets);
}
