import type { ReviewItem, ReviewMark } from '@belegg/contract';

/** Something that waits for a second person: a claim, or a sentence that somebody called not checkable. */
export type QueueEntry = ReviewItem | ReviewMark;

export function isClaim(entry: QueueEntry): entry is ReviewItem {
  return 'annotation' in entry;
}

/** Its name in the address. */
export function idOf(entry: QueueEntry): string {
  return isClaim(entry) ? entry.annotation.id : entry.id;
}

export function exactOf(entry: QueueEntry): string {
  return isClaim(entry) ? entry.annotation.selector[1].exact : entry.exact;
}

/** Where it begins in the text, in code points. */
export function startOf(entry: QueueEntry): number {
  return isClaim(entry) ? entry.annotation.selector[0].start : entry.start;
}

/** When it began to wait. */
export function sinceOf(entry: QueueEntry): string {
  if (!isClaim(entry)) return entry.at;
  const { steps, updatedAt } = entry.annotation;
  return steps.findLast(({ kind }) => kind === 'submitted')?.at ?? updatedAt;
}
