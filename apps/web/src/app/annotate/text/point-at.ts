import { characterAt } from '@belegg/text-dom';
import type { AnnotateStore } from '../annotate.store';
import type { PageFocus } from '../page-focus';
import { sentenceAt } from '../../reading';

/**
 * A click: on a highlight it opens its card (again, the next of those that lie over each other), elsewhere it selects
 * the sentence. What a drag has selected stays; links are followed with Ctrl or Command alone, as in an editor.
 */
export function pointAt(root: HTMLElement, event: MouseEvent, store: AnnotateStore, pageFocus: PageFocus): void {
  const { target, clientX, clientY } = event;
  const link = target instanceof Element ? target.closest('a') : null;
  if (link && (event.ctrlKey || event.metaKey)) return;
  if (link) event.preventDefault();
  const selection = root.ownerDocument.getSelection();
  const onHighlight = target instanceof Element && target.closest('mark') !== null;
  // The second click of two selects a word by itself; on a highlight it means the next card.
  if (onHighlight && event.detail > 1) selection?.removeAllRanges();
  if (selection && !selection.isCollapsed) return;
  const offset = characterAt(root, clientX, clientY);
  if (offset === undefined) return;
  const sentence = sentenceAt(store.sentences(), offset);
  pageFocus.moveTo(sentence);
  if (pageFocus.openAt({ start: offset, end: offset + 1 })) return;
  // One that has lost its words is waiting for the new ones.
  const open = pageFocus.active();
  if (open && pageFocus.isPlaced(open)) pageFocus.close();
  pageFocus.goTo(sentence, 'select');
}
