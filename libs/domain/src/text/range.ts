/**
 * A half-open stretch `[start, end)` of canonical text, in Unicode code points
 * (W3C Web Annotation Data Model, 4.2.5), never in UTF-16 units.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether two ranges share at least one code point; an empty range shares none. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The indexes of the sentences that share at least one code point with the range. `sentences` are in text order. */
export function touchedSentences(sentences: readonly Range[], range: Range): number[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const sentence = sentences[middle];
    if (sentence && sentence.end <= range.start) low = middle + 1;
    else high = middle;
  }
  const touched: number[] = [];
  for (let index = low; index < sentences.length; index += 1) {
    const sentence = sentences[index];
    if (!sentence || !overlaps(sentence, range)) break;
    touched.push(index);
  }
  return touched;
}
