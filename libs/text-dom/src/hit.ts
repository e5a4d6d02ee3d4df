import { blockRange, offsetOf, pointOf, type Point } from './point';

/**
 * The code-point offset of the character under a point of the viewport; undefined where there is no character of the article.
 * The browser names the nearest gap between characters, so both neighbours of it are measured.
 */
export function characterAt(root: Element, x: number, y: number): number | undefined {
  const caret = caretAt(root.ownerDocument, x, y);
  if (!caret || !root.contains(caret.node)) return undefined;
  const offset = offsetOf(root, caret);
  if (offset === undefined) return undefined;
  return [offset, offset - 1].find((candidate) => covers(root, candidate, x, y));
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
