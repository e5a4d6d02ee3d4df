import { touchedSentences, type CodePointText, type Range } from '@belegg/domain';

/** Which way along the text. */
export type Direction = 'forward' | 'backward';

const words = new Intl.Segmenter('nb', { granularity: 'word' });
const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });
const space = /^\s*$/u;

/** A line of the text: where it begins in UTF-16 units, and what it says. Segmenting by line keeps the cost local. */
interface Line {
  readonly from: number;
  readonly text: string;
}

function lineAt(text: string, unit: number): Line {
  const from = text.lastIndexOf('\n', unit - 1) + 1;
  const end = text.indexOf('\n', unit);
  return { from, text: text.slice(from, end < 0 ? text.length : end) };
}

/**
 * The next place in a direction where a word ends (forward) or begins (backward). Where the line holds no more words it
 * is the border of the line, and from there the line feed is stepped over. At the ends of the text it stays.
 */
export function wordBorder(text: CodePointText, offset: number, direction: Direction): number {
  const unit = text.toUtf16(offset);
  const line = lineAt(text.text, unit);
  const local = unit - line.from;
  const found = direction === 'forward' ? wordEnd(line.text, local) : wordStart(line.text, local);
  if (found !== local) return text.fromUtf16(line.from + found);
  return clamp(offset + (direction === 'forward' ? 1 : -1), text.length);
}

function wordEnd(line: string, from: number): number {
  const segments = words.segment(line);
  for (let at = from; at < line.length;) {
    const segment = segments.containing(at);
    if (!segment) break;
    const end = segment.index + segment.segment.length;
    if (segment.isWordLike) return end;
    at = end;
  }
  return line.length;
}

function wordStart(line: string, from: number): number {
  const segments = words.segment(line);
  for (let at = from; at > 0;) {
    const segment = segments.containing(at - 1);
    if (!segment) break;
    if (segment.isWordLike) return segment.index;
    at = segment.index;
  }
  return 0;
}

/**
 * The next border between graphemes (what a reader takes for one character) in a direction. At the ends of the text it
 * stays.
 */
export function graphemeBorder(text: CodePointText, offset: number, direction: Direction): number {
  const unit = text.toUtf16(offset);
  const line = lineAt(text.text, unit);
  const local = unit - line.from;
  const segment = graphemes.segment(line.text).containing(direction === 'forward' ? local : local - 1);
  if (!segment) return clamp(offset + (direction === 'forward' ? 1 : -1), text.length);
  return text.fromUtf16(line.from + segment.index + (direction === 'forward' ? segment.segment.length : 0));
}

/** Widens a range until it cuts no grapheme in two. */
export function snapToGraphemes(text: CodePointText, range: Range): Range {
  return {
    start: snapped(text, range.start, graphemes, 'backward'),
    end: snapped(text, range.end, graphemes, 'forward'),
  };
}

/**
 * Drops white space at both ends and then widens the range until it cuts no word or grapheme in two. Of white space
 * alone, nothing is left.
 */
export function snapToWords(text: CodePointText, range: Range): Range {
  const { start, end } = trimmed(text, range);
  if (start >= end) return { start, end };
  const whole = { start: snapped(text, start, words, 'backward'), end: snapped(text, end, words, 'forward') };
  return snapToGraphemes(text, whole);
}

function snapped(text: CodePointText, offset: number, segmenter: Intl.Segmenter, direction: Direction): number {
  const unit = text.toUtf16(offset);
  const line = lineAt(text.text, unit);
  const segment = segmenter.segment(line.text).containing(unit - line.from);
  if (!segment || line.from + segment.index === unit) return offset;
  return text.fromUtf16(line.from + segment.index + (direction === 'forward' ? segment.segment.length : 0));
}

/** The range without white space at its ends. */
export function trimmed(text: CodePointText, range: Range): Range {
  let { start, end } = range;
  while (start < end && space.test(text.slice(start, start + 1))) start++;
  while (end > start && space.test(text.slice(end - 1, end))) end--;
  return { start, end };
}

/** Widens a range to the sentences that it touches; undefined when it touches none. Sentences are in text order. */
export function snapToSentences(sentences: readonly Range[], range: Range): Range | undefined {
  const touched = touchedSentences(sentences, range);
  const first = sentences[touched[0] ?? -1];
  const last = sentences[touched.at(-1) ?? -1];
  return first && last && { start: first.start, end: last.end };
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
