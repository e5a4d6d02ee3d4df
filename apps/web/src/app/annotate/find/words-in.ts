import type { CodePointText, Range } from '@belegg/domain';

/** More places are of no use to who goes through them, and cost time to mark. */
const mostPlaces = 1000;

/**
 * Where words stand in a text, whatever their case and however wide the space between them; in order, in code points.
 */
export function placesOf(text: CodePointText, words: string): Range[] {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.map(escaped).join('\\s+'), 'giu');
  const places: Range[] = [];
  for (const { 0: found, index } of text.text.matchAll(pattern)) {
    places.push({ start: text.fromUtf16(index), end: text.fromUtf16(index + found.length) });
    if (places.length === mostPlaces) break;
  }
  return places;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/**
 * The place that is next after one, or before it, round the end; the first at or after an offset where none is current.
 */
export function nextPlace(places: readonly Range[], current: number | undefined, by: 1 | -1, offset: number): number {
  if (places.length === 0) return -1;
  if (current !== undefined && current >= 0) return (current + by + places.length) % places.length;
  const after = places.findIndex(({ start }) => start >= offset);
  if (by === 1) return after < 0 ? 0 : after;
  return ((after < 0 ? places.length : after) - 1 + places.length) % places.length;
}
