import type { Range } from '@belegg/domain';
import { domRange } from '@belegg/text-dom';
import type { Place } from '../places';

/** What places are measured from: the article around the text. */
function originOf(root: HTMLElement): DOMRect {
  return (root.closest('article') ?? root).getBoundingClientRect();
}

/** The tops of all passages that are painted now, from the top of the article, in the order of the text. */
export function tops(root: HTMLElement): ReadonlyMap<string, number> {
  const origin = originOf(root).top;
  const found = new Map<string, number>();
  for (const mark of root.querySelectorAll<HTMLElement>('mark[data-annotations]')) {
    const unseen = mark.dataset['annotations']?.split(' ').filter((id) => !found.has(id)) ?? [];
    if (unseen.length === 0) continue;
    const top = (mark.getClientRects()[0] ?? mark.getBoundingClientRect()).top - origin;
    for (const id of unseen) found.set(id, top);
  }
  return found;
}

/** A bar on top and the toolbar itself have to fit above a selection, else it goes below. */
const roomAbove = 116;

/**
 * Where a toolbar for a stretch stands: over its first line, or under its last one; undefined where nothing of it is
 * laid out.
 */
export function placeBeside(root: HTMLElement, range: Range): Place | undefined {
  const lines = [...(domRange(root, range)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const origin = originOf(root);
  const isBelow = first.top < roomAbove && last.bottom < root.ownerDocument.documentElement.clientHeight - roomAbove;
  return { left: first.left - origin.left, top: (isBelow ? last.bottom : first.top) - origin.top, isBelow };
}
