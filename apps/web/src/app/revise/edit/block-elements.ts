import type { WrittenBlock } from '@belegg/contract';
import type { BlockKind } from '@belegg/domain';
import { isBlank, joined, type WrittenRun } from './written-blocks';

const elementOf: Readonly<Record<BlockKind, string>> = {
  heading: 'h2',
  paragraph: 'p',
  quote: 'blockquote',
  listItem: 'p',
  aside: 'p',
};
/** What has no element of its own among those that browsers make and split. */
const kindsByName: Readonly<Record<string, BlockKind>> = { listItem: 'listItem', aside: 'aside' };
const webAddress = /^(?:https?|mailto):/i;

/** Elements for blocks, to be edited. Nothing is parsed as HTML. */
export function elementsOf(document: Document, blocks: readonly WrittenBlock[]): HTMLElement[] {
  return blocks.map(({ kind, level, runs }) => {
    const element = document.createElement(kind === 'heading' ? `h${level ?? 2}` : elementOf[kind]);
    if (kind in kindsByName) element.dataset['kind'] = kind;
    element.append(...nodesOf(document, runs));
    return element;
  });
}

/** The nodes of a block's words. */
export function nodesOf(document: Document, runs: readonly WrittenRun[]): Node[] {
  return runs.map((run) => {
    let node: Node = document.createTextNode(run.text);
    const wrap = (name: string): HTMLElement => {
      const element = document.createElement(name);
      element.append(node);
      node = element;
      return element;
    };
    if (run.em) wrap('em');
    if (run.strong) wrap('strong');
    if (run.href !== undefined && webAddress.test(run.href)) wrap('a').setAttribute('href', run.href);
    return node;
  });
}

type Look = Omit<WrittenRun, 'text'>;

/** What is no text that somebody reads. */
const unread = new Set(['script', 'style', 'template', 'title', 'head', 'noscript', 'iframe', 'svg', 'textarea']);
const listNames = new Set(['li', 'dt', 'dd']);
const blockNames = new Set(
  'p div h1 h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd section article aside header footer main figure figcaption pre table tr td th hr'.split(
    ' ',
  ),
);

/**
 * The blocks that stand in an element, whoever put them there: what was rendered, what browsers make of typing, and
 * what was pasted. Formatting that Belegg does not keep is left out, words never are.
 * @param from `page`: white space is that of HTML, of which a page shows one space at most
 */
export function readBlocks(root: Element, from: 'field' | 'page' = 'field'): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let runs: WrittenRun[] = [];
  const end = (style: Omit<WrittenBlock, 'runs'>): void => {
    const block = { ...style, runs: from === 'page' ? collapsed(joined(runs)) : joined(runs) };
    if (!isBlank(block)) blocks.push(block);
    runs = [];
  };
  const walk = (parent: Element, style: Omit<WrittenBlock, 'runs'>, look: Look): void => {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) runs.push({ ...look, text: child.nodeValue ?? '' });
      if (!(child instanceof Element)) continue;
      const name = child.localName;
      if (unread.has(name)) continue;
      if (name === 'br' || blockNames.has(name)) end(style);
      if (name === 'br') continue;
      if (!blockNames.has(name)) walk(child, style, lookOf(child, name, look));
      else {
        const inner = styleOf(child, name, style);
        walk(child, inner, look);
        end(inner);
      }
    }
  };
  walk(root, { kind: 'paragraph' }, {});
  end({ kind: 'paragraph' });
  return blocks;
}

/** Without the white space around the block, and with one space for all that stands together. */
function collapsed(runs: readonly WrittenRun[]): WrittenRun[] {
  let endsInSpace = true;
  const shown = runs.map((run) => {
    const text = run.text.replace(/[ \t\n\r\f]+/g, ' ').slice(Number(endsInSpace && /^[ \t\n\r\f]/.test(run.text)));
    if (text !== '') endsInSpace = text.endsWith(' ');
    return { ...run, text };
  });
  const last = shown.findLastIndex(({ text }) => text !== '');
  return joined(shown.map((run, index) => (index === last ? { ...run, text: run.text.replace(/ $/, '') } : run)));
}

function styleOf(element: Element, name: string, outer: Omit<WrittenBlock, 'runs'>): Omit<WrittenBlock, 'runs'> {
  const kind = element instanceof HTMLElement ? kindsByName[element.dataset['kind'] ?? ''] : undefined;
  if (kind) return { kind };
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name.slice(1)) };
  if (name === 'blockquote') return { kind: 'quote' };
  if (listNames.has(name)) return { kind: 'listItem' };
  if (name === 'aside') return { kind: 'aside' };
  return outer;
}

function lookOf(element: Element, name: string, outer: Look): Look {
  const look = { ...outer };
  const style = element instanceof HTMLElement ? element.style : undefined;
  const isLight = style?.fontWeight === 'normal' || style?.fontWeight === '400';
  if (
    ((name === 'b' || name === 'strong') && !isLight) ||
    Number(style?.fontWeight) >= 600 ||
    style?.fontWeight === 'bold'
  )
    look.strong = true;
  if (name === 'i' || name === 'em' || style?.fontStyle === 'italic') look.em = true;
  const href = name === 'a' ? (element.getAttribute('href') ?? '') : '';
  if (webAddress.test(href)) look.href = href;
  return look;
}
