import type { CodePointText, Range } from '@belegg/domain';
import { graphemeBorder, wordBorder, type Direction, type SelectedRange } from '@belegg/text-dom';

/** By how much a key moves the end of a selection. */
export type Step = 'character' | 'word' | 'sentence';

/** The sentence at an offset, or the nearest one before it; -1 where there is none. Sentences are in text order. */
export function sentenceAt(sentences: readonly Range[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, sentences.length > 0 ? 0 : -1);
}

/** Moves by whole sentences, and stays at the first and the last. */
export function moveSentence(count: number, current: number, by: number): number {
  return Math.min(Math.max(current + by, 0), count - 1);
}

/**
 * Grows or shrinks a selection at the end that moves. Without one it begins at the near end of the sentence. Where
 * nothing would be left, the other end grows instead: after a word was chosen leftwards, "to the right" means the next
 * word too.
 */
export function extend(
  text: CodePointText,
  sentences: readonly Range[],
  current: Range,
  selected: SelectedRange | undefined,
  step: Step,
  direction: Direction,
): SelectedRange {
  const { anchor, focus } = ends(selected) ?? caret(direction === 'forward' ? current.start : current.end);
  const reached = border(text, sentences, focus, step, direction);
  return reached === anchor && selected
    ? between(focus, border(text, sentences, anchor, step, direction))
    : between(anchor, reached);
}

/** The word after (or before) the selection, or the first (or last) of the sentence when nothing is selected. */
export function neighbouringWord(
  text: CodePointText,
  current: Range,
  selected: SelectedRange | undefined,
  direction: Direction,
): SelectedRange {
  const { focus } = ends(selected) ?? caret(direction === 'forward' ? current.start : current.end);
  const far = wordBorder(text, focus, direction);
  const near = wordBorder(text, far, direction === 'forward' ? 'backward' : 'forward');
  return between(near, far);
}

interface Ends {
  readonly anchor: number;
  readonly focus: number;
}

function ends(selected: SelectedRange | undefined): Ends | undefined {
  if (!selected) return undefined;
  const { start, end, backward } = selected;
  return backward ? { anchor: end, focus: start } : { anchor: start, focus: end };
}

function caret(at: number): Ends {
  return { anchor: at, focus: at };
}

function between(anchor: number, focus: number): SelectedRange {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus), backward: focus < anchor };
}

function border(
  text: CodePointText,
  sentences: readonly Range[],
  from: number,
  step: Step,
  direction: Direction,
): number {
  if (step === 'word') return wordBorder(text, from, direction);
  if (step === 'character') return graphemeBorder(text, from, direction);
  if (direction === 'forward') return sentences.find(({ end }) => end > from)?.end ?? from;
  return sentences.findLast(({ start }) => start < from)?.start ?? from;
}
