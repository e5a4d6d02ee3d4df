/** A piece of a text node, in UTF-16 units of its data. */
export interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Where a unit of the folded text comes from. */
interface Unit {
  readonly node: Text | undefined;
  readonly start: number;
  readonly end: number;
}

/** Not text that readers see, or text that is not the article's. */
const skipped = 'script, style, noscript, template, iframe, object, svg, textarea, select, button, [hidden]';
/** A character with the marks that combine with it. */
const composed = /\P{M}\p{M}*|\p{M}+/gsu;
const dropped = /[\0\u00AD\u200B\uFEFF]/g;

/** Text as it is compared: NFC, without soft hyphens, white space as one space, and as one LF where a line ends. */
export const folded = (text: string): string =>
  text
    .replace(dropped, '')
    .normalize('NFC')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ');

/** The text of a part of a page, folded, beginning and ending with LF, with the way back to its nodes. */
export class PageText {
  readonly text: string;
  private readonly units: Unit[] = [];

  constructor(root: Element) {
    const parts: string[] = ['\n'];
    this.units.push({ node: undefined, start: 0, end: 0 });
    const add = (text: string, unit: Unit): void => {
      for (const character of text.split('')) {
        const last = parts.at(-1);
        const isSpace = /\s/.test(character);
        if (isSpace && (last === '\n' || (last === ' ' && character !== '\n'))) continue;
        if (character === '\n' && last === ' ') parts.pop();
        if (character === '\n' && last === ' ') this.units.pop();
        parts.push(isSpace && character !== '\n' ? ' ' : character);
        this.units.push(unit);
      }
    };
    const lineEnd = (): void => add('\n', { node: undefined, start: 0, end: 0 });
    const walk = (element: Element): void => {
      for (const child of element.childNodes) {
        if (child instanceof Text) this.readNode(child, add);
        else if (child instanceof Element && !child.matches(skipped)) {
          const ends = child.tagName === 'BR' || !isInline(child);
          if (ends) lineEnd();
          walk(child);
          if (ends) lineEnd();
        }
      }
    };
    walk(root);
    lineEnd();
    this.text = parts.join('');
  }

  /** The pieces of nodes that hold a stretch of the folded text, in the order of the page. */
  pieces(start: number, end: number): Piece[] {
    const found: { node: Text; start: number; end: number }[] = [];
    for (const { node, ...unit } of this.units.slice(start, end)) {
      const last = found.at(-1);
      if (!node) continue;
      if (last?.node === node) last.end = Math.max(last.end, unit.end);
      else found.push({ node, start: unit.start, end: unit.end });
    }
    return found;
  }

  private readNode(node: Text, add: (text: string, unit: Unit) => void): void {
    for (const { 0: cluster, index } of node.data.matchAll(composed)) {
      // In HTML the end of a line in a text is white space like any other.
      const text = cluster.replace(dropped, '').normalize('NFC').replace(/\s/g, ' ');
      if (text !== '') add(text, { node, start: index, end: index + cluster.length });
    }
  }
}

function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');
}
