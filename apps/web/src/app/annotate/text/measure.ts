import type { Range } from '@belegg/domain';
import { domRange } from '@belegg/text-dom';

/** The tops of all passages that are painted now, from the top of the root, in the order of the text. */
export function tops(root: HTMLElement): ReadonlyMap<string, number> {
  const origin = root.getBoundingClientRect().top;
  const found = new Map<string, number>();
  for (const mark of root.querySelectorAll<HTMLElement>('mark[data-annotations]')) {
    const unseen = mark.dataset['annotations']?.split(' ').filter((id) => !found.has(id)) ?? [];
    if (unseen.length === 0) continue;
    const top = (mark.getClientRects()[0] ?? mark.getBoundingClientRect()).top - origin;
    for (const id of unseen) found.set(id, top);
  }
  return found;
}

/** The box of the first line of a stretch, from the top left of the root; undefined where nothing of it is laid out. */
export function firstLine(root: HTMLElement, range: Range): DOMRect | undefined {
  const box = [...(domRange(root, range)?.getClientRects() ?? [])].find(({ width }) => width > 0);
  const origin = root.getBoundingClientRect();
  return box && new DOMRect(box.x - origin.x, box.y - origin.y, box.width, box.height);
}
