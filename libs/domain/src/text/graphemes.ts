import { splitsPair } from './kinds';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const Border = { yes: 1, no: 2 } as const;

/**
 * Tells whether an offset lies between two grapheme clusters (UAX #29). Most pairs of characters need no look at the
 * standard's rules; only the stretches between such pairs are segmented, each once, when first asked about.
 */
export class Graphemes {
  private known: Uint8Array | undefined;

  constructor(private readonly text: string) {}

  /** Whether a cluster begins or ends at this UTF-16 offset. */
  isBorder(unit: number): boolean {
    if (unit <= 0 || unit >= this.text.length || this.isPlain(unit)) return true;
    if (splitsPair(this.text, unit)) return false;
    this.known ??= new Uint8Array(this.text.length + 1);
    if (!this.known[unit]) this.segmentAround(unit, this.known);
    return this.known[unit] === Border.yes;
  }

  /** Whether the characters on both sides of the offset never join. */
  private isPlain(unit: number): boolean {
    const left = this.text.charCodeAt(unit - 1);
    const right = this.text.charCodeAt(unit);
    if (right === 0x0a) return left !== 0x0d && !prepends(left);
    return isPlain(right) && (isPlain(left) || (right < 0x7f && !prepends(left)));
  }

  private segmentAround(unit: number, known: Uint8Array): void {
    let start = unit - 1;
    while (start > 0 && !this.isPlain(start)) start--;
    let end = unit + 1;
    while (end < this.text.length && !this.isPlain(end)) end++;
    known.fill(Border.no, start, end);
    for (const { index } of segmenter.segment(this.text.slice(start, end))) known[start + index] = Border.yes;
    known[end] = Border.yes;
  }
}

/**
 * Blocks without combining marks, jamo, pictographs or prepended signs, among which every border is a cluster border.
 */
function isPlain(code: number): boolean {
  return (
    code < 0x300 ||
    (code >= 0x370 && code < 0x483) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3000 && code <= 0x3029) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fa) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

/** Whether the code may end a character that joins what follows it (Grapheme_Cluster_Break=Prepend), or might. */
function prepends(code: number): boolean {
  return (code >= 0x600 && code < 0x900) || code === 0xd4e || (code & 0xfc00) === 0xdc00;
}
