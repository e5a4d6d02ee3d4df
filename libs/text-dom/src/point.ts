import { CodePointText, type Range } from '@belegg/domain';

/*
 * The article in the page: a root element with one element for each block, in text order, that carries the block's
 * first code point in `data-start` and whose text content is exactly the block's text, however it is split into
 * elements.
 */

/** A place in the DOM, as ranges and selections name it. */
export interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** Which side of a border between two text nodes, or of a gap between blocks, a place belongs to. */
export type Side = 'start' | 'end';

/** The block elements under a root, in text order. */
export function blockElements(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')];
}

/** The code points of the article that a block element shows. */
export function blockRange(block: HTMLElement): Range {
  const start = Number(block.dataset['start']);
  return { start, end: start + new CodePointText(block.textContent).length };
}

/**
 * The code-point offset of a place in the DOM. A place outside every block (before, between, after) is the start of the
 * block that follows, or with `end` the end of the one before; undefined where there is none.
 */
export function offsetOf(root: Element, point: Point, side: Side = 'start'): number | undefined {
  const block = blockAround(root, point.node);
  if (block) return blockRange(block).start + codePointsBefore(block, point);
  return offsetOutside(blockElements(root), point, side);
}

function blockAround(root: Element, node: Node): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-start]');
  return block && root.contains(block) ? block : undefined;
}

function codePointsBefore(block: HTMLElement, point: Point): number {
  const before = block.ownerDocument.createRange();
  before.setStart(block, 0);
  before.setEnd(point.node, point.offset);
  return new CodePointText(block.textContent).fromUtf16(before.toString().length);
}

function offsetOutside(blocks: readonly HTMLElement[], point: Point, side: Side): number | undefined {
  const following = blocks.findIndex((block) => isBefore(point, block));
  const block = side === 'start' ? blocks[following] : blocks.at(following < 0 ? -1 : following - 1);
  if (!block || (side === 'end' && following === 0) || (side === 'start' && following < 0)) return undefined;
  return blockRange(block)[side];
}

function isBefore(point: Point, block: HTMLElement): boolean {
  const place = block.ownerDocument.createRange();
  place.setStart(point.node, point.offset);
  return place.comparePoint(block, 0) >= 0;
}

/**
 * The place in the DOM of a code-point offset. Where two text nodes or two blocks meet, `start` takes the later one, as
 * the start of a range should, `end` the earlier one. An offset in no block goes to the nearest on that side; undefined
 * without blocks.
 */
export function pointOf(root: Element, offset: number, side: Side = 'start'): Point | undefined {
  const blocks = blockElements(root);
  let index = lastStartingBy(blocks, offset);
  if (side === 'end' && index > 0 && Number(blocks[index]?.dataset['start']) === offset) index -= 1;
  const block = blocks[Math.max(index, 0)];
  if (!block) return undefined;
  const { start, end } = blockRange(block);
  const next = blocks[index + 1];
  if (side === 'start' && offset > end && next) return textPoint(next, 0, side);
  return textPoint(block, new CodePointText(block.textContent).toUtf16(offset - start), side);
}

function lastStartingBy(blocks: readonly HTMLElement[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(blocks[middle]?.dataset['start']) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function textPoint(block: HTMLElement, unit: number, side: Side): Point {
  const texts = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = unit;
  let last: Point = { node: block, offset: 0 };
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.textContent ?? '';
    if (left < length || (left === length && side === 'end')) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}
