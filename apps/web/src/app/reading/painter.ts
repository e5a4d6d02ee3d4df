import type { Block, CodePointText, Highlight, Mark, Sentence } from '@belegg/domain';
import { IntervalIndex, keepingSelection, renderBlock, renderPlainBlock, type Dresser } from '@belegg/text-dom';
import { blockElement, placeBlocks } from './block-element';

/** A frozen text, ready to be shown. */
export interface ShownText {
  readonly text: CodePointText;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly sentences: readonly Sentence[];
}

/** What lies over the text at the moment. `signature` tells two looks of a block apart without building either. */
export interface Overlay<A extends Highlight> {
  readonly index: IntervalIndex<A>;
  readonly dresser: Dresser<A>;
  readonly signature: (annotations: readonly A[], sentences: readonly Sentence[]) => string;
}

/**
 * Shows an article: every block as an element with its text, and in those near the viewport the sentences and
 * highlights. So 10,000 annotations cost what the few on screen cost, and the whole text can be found, selected and
 * copied.
 */
export class Painter<A extends Highlight = Highlight> {
  private elements: readonly HTMLElement[] = [];
  private readonly looks = new Map<number, string>();
  private readonly near = new Set<number>();
  private pinned: ReadonlySet<number> = new Set();
  private shown: ShownText | undefined;
  private sentencesOf: readonly (readonly Sentence[])[] = [];
  private marks = new IntervalIndex<Mark>([]);
  private overlay: Overlay<A> | undefined;
  private readonly observer: IntersectionObserver;

  /** @param painted is told after blocks came near, went far or changed */
  constructor(
    private readonly root: HTMLElement,
    private readonly painted: () => void,
  ) {
    this.observer = new IntersectionObserver((entries) => this.moved(entries), { rootMargin: '100% 0px' });
  }

  show(shown: ShownText): void {
    this.observer.disconnect();
    this.near.clear();
    this.looks.clear();
    this.shown = shown;
    this.marks = new IntervalIndex(shown.marks);
    this.sentencesOf = byBlock(shown);
    this.elements = shown.blocks.map((block) => blockElement(this.root.ownerDocument, block));
    this.elements.forEach((element, i) => this.paintPlain(element, i));
    placeBlocks(this.root, this.elements);
    for (const element of this.elements) this.observer.observe(element);
  }

  paint(overlay: Overlay<A>): void {
    this.overlay = overlay;
    this.refresh();
  }

  /** Blocks that are kept in full wherever they are, since something in them is in use. */
  pin(blocks: Iterable<number>): void {
    this.pinned = new Set(blocks);
    this.refresh();
  }

  /** The element of a sentence; its block is painted for it if need be. */
  sentence(index: number): HTMLElement | undefined {
    const block = this.shown?.sentences[index]?.block;
    if (block === undefined) return undefined;
    if (!this.looks.has(block)) keepingSelection(this.root, () => this.paintBlock(block));
    return this.elements[block]?.querySelector<HTMLElement>(`[data-sentence="${index}"]`) ?? undefined;
  }

  destroy(): void {
    this.observer.disconnect();
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const i = Number((target as HTMLElement).dataset['block']);
      if (isIntersecting) this.near.add(i);
      else this.near.delete(i);
    }
    this.refresh();
  }

  private wanted(): ReadonlySet<number> {
    return new Set([...this.near, ...this.pinned]);
  }

  private refresh(): void {
    if (!this.overlay || !this.shown) return;
    const wanted = this.wanted();
    // Asking for the selection costs a layout: once for all blocks.
    keepingSelection(this.root, () => {
      for (const i of [...this.looks.keys()]) if (!wanted.has(i)) this.fade(i);
      for (const i of wanted) this.paintBlock(i);
    });
    this.painted();
  }

  private paintBlock(i: number): void {
    const { shown, overlay } = this;
    const block = shown?.blocks[i];
    const element = this.elements[i];
    if (!shown || !overlay || !block || !element) return;
    const annotations = overlay.index.overlapping(block);
    const sentences = this.sentencesOf[i] ?? [];
    const look = overlay.signature(annotations, sentences);
    if (this.looks.get(i) === look) return;
    this.looks.set(i, look);
    keepingFocus(element, () =>
      renderBlock(
        element,
        shown.text,
        { block, sentences, annotations, marks: this.marks.overlapping(block) },
        overlay.dresser,
      ),
    );
  }

  private fade(i: number): void {
    const element = this.elements[i];
    if (!element || element.contains(element.ownerDocument.activeElement)) return;
    this.looks.delete(i);
    this.paintPlain(element, i);
  }

  private paintPlain(element: HTMLElement, i: number): void {
    const block = this.shown?.blocks[i];
    if (this.shown && block) renderPlainBlock(element, this.shown.text, block);
    element.dataset['block'] = String(i);
  }
}

/** Rendering replaces the elements of sentences; the one that had the focus keeps it. */
function keepingFocus(block: HTMLElement, render: () => void): void {
  const { activeElement } = block.ownerDocument;
  const focused = block.contains(activeElement) ? (activeElement as HTMLElement).dataset['sentence'] : undefined;
  render();
  if (focused !== undefined)
    block.querySelector<HTMLElement>(`[data-sentence="${focused}"]`)?.focus({ preventScroll: true });
}

function byBlock({ blocks, sentences }: ShownText): Sentence[][] {
  const groups: Sentence[][] = blocks.map(() => []);
  for (const sentence of sentences) groups[sentence.block]?.push(sentence);
  return groups;
}
