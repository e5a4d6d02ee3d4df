import {
  runsOf,
  type Highlight,
  type Run,
  type CodePointText,
  type Mark,
  type Range,
  type Sentence,
} from '@belegg/domain';

/** A block as it is to be shown. */
export interface BlockView<A extends Highlight> {
  readonly block: Range;
  /** Those of the block, in text order. */
  readonly sentences: readonly Sentence[];
  readonly annotations: readonly A[];
  readonly marks: readonly Mark[];
}

/** Lets the page dress what is rendered: classes, roles, labels. It may not change any text. */
export interface Dresser<A extends Highlight> {
  readonly sentence?: (element: HTMLElement, sentence: Sentence) => void;
  readonly mark?: (element: HTMLElement, annotations: readonly A[]) => void;
}

/**
 * Fills an element with the text of a block: a `<span data-sentence>` for each sentence, and in it text and flat `<mark
 * data-annotations>` runs (ids with spaces between), never one mark in another. Nothing is parsed as HTML. The element
 * gets `data-start`.
 */
export function renderBlock<A extends Highlight>(
  element: HTMLElement,
  text: CodePointText,
  view: BlockView<A>,
  dresser: Dresser<A> = {},
): void {
  const { ownerDocument: document } = element;
  const content: Node[] = [];
  let from = view.block.start;
  for (const sentence of view.sentences) {
    content.push(...runNodes(document, text, { start: from, end: sentence.start }, view, dresser));
    const span = document.createElement('span');
    span.dataset['sentence'] = String(sentence.index);
    span.append(...runNodes(document, text, sentence, view, dresser));
    dresser.sentence?.(span, sentence);
    content.push(span);
    from = sentence.end;
  }
  content.push(...runNodes(document, text, { start: from, end: view.block.end }, view, dresser));
  element.dataset['start'] = String(view.block.start);
  element.replaceChildren(...content);
}

/** Fills an element with the text of a block alone: what is far from the viewport needs no more. */
export function renderPlainBlock(element: HTMLElement, text: CodePointText, { start, end }: Range): void {
  element.dataset['start'] = String(start);
  element.textContent = text.slice(start, end);
}

function runNodes<A extends Highlight>(
  document: Document,
  text: CodePointText,
  stretch: Range,
  view: BlockView<A>,
  dresser: Dresser<A>,
): Node[] {
  if (stretch.start >= stretch.end) return [];
  return runsOf(stretch, view.annotations, view.marks).map((run) => runNode(document, text, run, dresser));
}

function runNode<A extends Highlight>(document: Document, text: CodePointText, run: Run<A>, dresser: Dresser<A>): Node {
  let node: Node = document.createTextNode(text.slice(run.start, run.end));
  for (const mark of run.marks) node = wrapped(inlineElement(document, mark), node);
  if (run.annotations.length === 0) return node;
  const highlight = document.createElement('mark');
  highlight.dataset['annotations'] = run.annotations.map(({ id }) => id).join(' ');
  dresser.mark?.(highlight, run.annotations);
  return wrapped(highlight, node);
}

function wrapped(element: HTMLElement, content: Node): HTMLElement {
  element.append(content);
  return element;
}

const webAddress = /^https?:/i;

/** Links keep out of the tab order, which moves by sentence; one that is no web address is shown as plain text. */
function inlineElement(document: Document, { kind, href = '' }: Mark): HTMLElement {
  if (kind !== 'link') return document.createElement(kind);
  const link = document.createElement(webAddress.test(href) ? 'a' : 'span');
  if (link instanceof HTMLAnchorElement) {
    link.href = href;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    link.tabIndex = -1;
    link.title = href;
  }
  return link;
}
