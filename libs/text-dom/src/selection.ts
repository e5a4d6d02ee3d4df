import type { Range } from '@belegg/domain';
import { offsetOf, pointOf, type Point } from './point';

/**
 * What is selected, in code points of the article. `backward`: the end that moves stands before the one that was set
 * first.
 */
export interface SelectedRange extends Range {
  readonly backward: boolean;
}

/**
 * The part of a browser selection that lies in the article; with `start === end` a caret. A selection that begins or
 * ends outside is clipped. Undefined when none of it touches the article.
 */
export function selectedRange(root: Element, selection: Selection | null): SelectedRange | undefined {
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return undefined;
  const start = offsetOf(root, { node: range.startContainer, offset: range.startOffset }, 'start');
  const end = range.collapsed ? start : offsetOf(root, { node: range.endContainer, offset: range.endOffset }, 'end');
  if (start === undefined || end === undefined || start > end) return undefined;
  return { start, end, backward: isBackward(selection, range) };
}

function isBackward({ anchorNode, anchorOffset, isCollapsed }: Selection, range: globalThis.Range): boolean {
  return !isCollapsed && anchorNode === range.endContainer && anchorOffset === range.endOffset;
}

/** Selects a stretch of the article in the browser, so that it is seen and can be copied. */
export function select(root: Element, { start, end, backward }: SelectedRange): void {
  const from = pointOf(root, start, start === end ? 'end' : 'start');
  const to = pointOf(root, end, 'end');
  const selection = root.ownerDocument.defaultView?.getSelection();
  if (!from || !to || !selection) return;
  const [anchor, focus] = backward ? [to, from] : [from, to];
  selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

/** The stretch as a DOM range, for its rectangles; undefined for an article without blocks. */
export function domRange(root: Element, { start, end }: Range): globalThis.Range | undefined {
  const from = pointOf(root, start, 'start');
  const to = pointOf(root, end, 'end');
  return from && to && rangeBetween(root.ownerDocument, from, to);
}

function rangeBetween(document: Document, from: Point, to: Point): globalThis.Range {
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * Runs a change that replaces text nodes of the article (rendering a block anew) and selects again what was selected.
 */
export function keepingSelection(root: Element, change: () => void): void {
  const selection = root.ownerDocument.defaultView?.getSelection() ?? null;
  const inArticle = root.contains(selection?.anchorNode ?? null) || root.contains(selection?.focusNode ?? null);
  const before = inArticle ? selectedRange(root, selection) : undefined;
  change();
  if (before) select(root, before);
}
