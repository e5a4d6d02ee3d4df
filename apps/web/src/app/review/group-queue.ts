import type { ReviewItem } from '@belegg/contract';
import { idOf, startOf, type QueueEntry } from './queue-entry';

/** What waits in one article. */
export interface QueueGroup {
  readonly article: ReviewItem['article'];
  readonly items: readonly QueueEntry[];
}

/** The queue as it is shown and walked through: first what one may decide on, then what waits for somebody else. */
export interface GroupedQueue {
  readonly mine: readonly QueueGroup[];
  readonly others: readonly QueueGroup[];
  /** All items in the order in which they are shown. */
  readonly order: readonly QueueEntry[];
}

/**
 * Articles stand in the order of the queue, that which waits longest first; what waits in one in the order of its text.
 */
export function groupQueue(items: readonly QueueEntry[]): GroupedQueue {
  const mine = byArticle(items.filter(({ refusal }) => !refusal));
  const others = byArticle(items.filter(({ refusal }) => refusal));
  return { mine, others, order: [...mine, ...others].flatMap((group) => group.items) };
}

/** What comes up after an item was decided on: the next that one may decide on, going round to the first. */
export function nextAfter(order: readonly QueueEntry[], id: string): QueueEntry | undefined {
  const index = order.findIndex((entry) => idOf(entry) === id);
  return [...order.slice(index + 1), ...order.slice(0, Math.max(index, 0))].find(({ refusal }) => !refusal);
}

function byArticle(items: readonly QueueEntry[]): readonly QueueGroup[] {
  const groups = new Map<string, QueueGroup>();
  for (const item of items) {
    const { article, items: before } = groups.get(item.article.id) ?? { article: item.article, items: [] };
    groups.set(article.id, { article, items: [...before, item].sort((a, b) => startOf(a) - startOf(b)) });
  }
  return [...groups.values()];
}
