import { blockRange, offsetOf, pointOf, type Point } from './point';

/**
 * The code-point offset of the character under a point of the viewport; undefined where there is no character of the
 * article. The browser names the nearest gap between characters, so both neighbours of it are measured.
 */
export function characterAt(root: Element, x: number, y: number): number | undefined {
  const caret = caretAt(root.ownerDocument, x, y);
  if (!caret || !root.contains(caret.node)) return undefined;
  const offset = offsetOf(root, caret);
  if (offset === undefined) return undefined;
  return [offset, offset - 1].find((candidate) => covers(root, candidate, x, y));
}

/**
 * The gap between characters nearest to a point of the viewport, as a code-point offset. The point is moved into the
 * article and into the block at its height first, so that beside a line it is an end of that line; undefined where
 * there is none.
 */
export function offsetAt(root: Element, x: number, y: number): number | undefined {
  const column = root.getBoundingClientRect();
  const inColumn = within(column, x, y);
  const block = root.ownerDocument
    .elementsFromPoint(column.left + column.width / 2, inColumn.y)
    .map((element) => element.closest<HTMLElement>('[data-start]'))
    .find((element) => element !== null && root.contains(element));
  const point = block ? within(block.getBoundingClientRect(), inColumn.x, inColumn.y) : inColumn;
  const caret = caretAt(root.ownerDocument, point.x, point.y);
  return caret && root.contains(caret.node) ? offsetOf(root, caret) : undefined;
}

function within({ left, right, top, bottom }: DOMRect, x: number, y: number): { x: number; y: number } {
  return { x: Math.min(Math.max(x, left + 1), right - 1), y: Math.min(Math.max(y, top + 1), bottom - 1) };
}

/** `caretPositionFromPoint` is the standard, `caretRangeFromPoint` what older WebKit has. */
function caretAt(document: Document, x: number, y: number): Point | undefined {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = document.caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

function covers(root: Element, offset: number, x: number, y: number): boolean {
  const from = pointOf(root, offset, 'start');
  const to = pointOf(root, offset + 1, 'end');
  const block = from?.node.parentElement?.closest<HTMLElement>('[data-start]');
  if (!from || !to || !block || offset < blockRange(block).start) return false;
  const character = root.ownerDocument.createRange();
  character.setStart(from.node, from.offset);
  character.setEnd(to.node, to.offset);
  return [...character.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
