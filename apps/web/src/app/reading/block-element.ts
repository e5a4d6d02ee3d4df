import type { Block } from '@belegg/domain';

/**
 * About how many characters of a paragraph stand on a line, and how high a line is: for blocks that the browser has not
 * laid out.
 */
const charactersInLine = 68;
const lineHeight = 33;

/**
 * The element of a block. Headings begin at the second level, since the first is the article's title, which is a block
 * if it is part of the text.
 */
export function blockElement(document: Document, block: Block): HTMLElement {
  const element = document.createElement(tagOf(block));
  element.className = `block ${block.kind}`;
  const lines = Math.ceil((block.end - block.start) / charactersInLine);
  element.style.setProperty('contain-intrinsic-size', `auto ${lines * lineHeight}px`);
  return element;
}

function tagOf({ kind, level = 2 }: Block): string {
  if (kind === 'heading') return `h${Math.min(Math.max(level, 1), 6)}`;
  if (kind === 'quote') return 'blockquote';
  return kind === 'listItem' ? 'li' : 'p';
}

/** Puts blocks in their place, those of a list in a list. */
export function placeBlocks(root: HTMLElement, blocks: readonly HTMLElement[]): void {
  const children: HTMLElement[] = [];
  for (const block of blocks) {
    if (block.tagName !== 'LI') {
      children.push(block);
      continue;
    }
    const last = children.at(-1);
    const list = last?.tagName === 'UL' ? last : root.ownerDocument.createElement('ul');
    if (list !== last) children.push(list);
    list.append(block);
  }
  root.replaceChildren(...children);
}
