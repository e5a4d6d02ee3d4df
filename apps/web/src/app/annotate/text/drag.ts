import { offsetAt, select, type SelectedRange } from '@belegg/text-dom';

/** Pixels from the top and bottom of the window within which a drag scrolls. */
const scrollingEdge = 40;

/**
 * A stretch being drawn with the mouse. The browser's own dragging goes astray at the borders of focusable spans and
 * runs to the end of the article once the pointer leaves the column, so the selection is set from the two points alone.
 */
export class Drag {
  private readonly anchor: number | undefined;
  private focus: number | undefined;

  /** @param root the article; the event is the press that begins the drag */
  constructor(
    private readonly root: HTMLElement,
    { clientX, clientY }: MouseEvent,
  ) {
    this.anchor = offsetAt(root, clientX, clientY);
    this.focus = this.anchor;
    root.ownerDocument.getSelection()?.removeAllRanges();
  }

  /** Draws to a point of the viewport, and scrolls where it is near the edge. */
  moveTo({ clientX, clientY }: MouseEvent): void {
    const at = offsetAt(this.root, clientX, clientY);
    if (at === undefined || at === this.focus) return;
    this.focus = at;
    const range = this.range();
    if (range) select(this.root, range);
    const { defaultView, documentElement } = this.root.ownerDocument;
    const height = documentElement.clientHeight;
    if (clientY < scrollingEdge) defaultView?.scrollBy(0, clientY - scrollingEdge);
    else if (clientY > height - scrollingEdge) defaultView?.scrollBy(0, clientY - height + scrollingEdge);
  }

  /** What is drawn so far; undefined while it is nothing. */
  range(): SelectedRange | undefined {
    const { anchor, focus } = this;
    if (anchor === undefined || focus === undefined || anchor === focus) return undefined;
    return { start: Math.min(anchor, focus), end: Math.max(anchor, focus), backward: focus < anchor };
  }
}
