import type { AnnotationView } from '@belegg/contract';
import { z } from 'zod';

/** Where an annotation comes in a list: by start and end of its passage in the current text, an orphan beyond all. */
export const placeKey = z.tuple([z.number(), z.number(), z.uuid()]);
export type PlaceKey = z.infer<typeof placeKey>;

const beyond = Number.MAX_SAFE_INTEGER;

export function placeOf({
  id,
  anchor,
  selector: [{ start, end }],
}: Pick<AnnotationView, 'id' | 'anchor' | 'selector'>): PlaceKey {
  return anchor.outcome === 'orphaned' ? [beyond, beyond, id] : [start, end, id];
}

export function compare(a: PlaceKey, b: PlaceKey): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : Number(a[2] > b[2]));
}
