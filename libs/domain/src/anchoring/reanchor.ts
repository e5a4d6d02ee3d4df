import { CodePointText } from '../text/code-points';
import { touchedSentences, type Range } from '../text/range';
import { align } from './matcher/align';
import { differenceOf, type Difference } from './difference';
import { Graphemes } from '../text/graphemes';
import type { Edge } from './matcher/edges';
import { Placement } from './matcher/placement';

/**
 * Where a passage of one text is in another.
 * - `unchanged`: the identical passage, in the same order among what survives around it; offsets may have shifted.
 * - `moved`: the identical passage, but the order has changed.
 * - `changed`: most of its characters survive in one place, better than in any other; for a person to confirm.
 * - `orphaned`: it is gone, or several places are as good.
 */
export type Anchor =
  | { readonly outcome: 'unchanged' | 'moved'; readonly range: Range }
  | {
      readonly outcome: 'changed';
      readonly range: Range;
      /** How much of the old and new passage is the same, above 0 and below 1. */
      readonly score: number;
      readonly difference: Difference;
      /** Edges of the range of which nobody can tell how far they reach. */
      readonly unsure?: readonly Edge[];
    }
  | { readonly outcome: 'orphaned' };

/** The sentences of both texts, in text order. */
export interface BothSentences {
  readonly old: readonly Range[];
  readonly now: readonly Range[];
}

/**
 * Finds passages of an old text in a new one. Time grows linearly with the texts and with the targets.
 * @param targets ranges of the old text in code points, in any order; empty ones and such beyond the text are orphaned
 * @param sentences where they are given, a passage that was whole sentences and has changed is offered whole sentences
 * @returns an anchor for each target, in their order
 */
export function reanchor(
  oldText: string,
  newText: string,
  targets: readonly Range[],
  sentences?: BothSentences,
): Anchor[] {
  const old = new CodePointText(oldText);
  const isPassage = ({ start, end }: Range) => start >= 0 && start < end && end <= old.length;
  if (oldText === newText)
    return targets.map((range) =>
      isPassage(range)
        ? { outcome: 'unchanged', range: { start: range.start, end: range.end } }
        : { outcome: 'orphaned' },
    );
  const now = new CodePointText(newText);
  const placement = new Placement(align(oldText, newText), new Graphemes(newText));
  return targets.map((target) => {
    const found = isPassage(target) && placement.find(old.toUtf16(target.start), old.toUtf16(target.end));
    if (!found) return { outcome: 'orphaned' };
    const { from, to, ...anchor } = found;
    const range = { start: now.fromUtf16(from), end: now.fromUtf16(to) };
    return anchor.outcome === 'changed' && sentences && isWholeSentences(sentences.old, target)
      ? wholeSentences({ ...anchor, range }, old.slice(target.start, target.end), now, sentences.now)
      : { ...anchor, range };
  });
}

function isWholeSentences(sentences: readonly Range[], { start, end }: Range): boolean {
  const touched = touchedSentences(sentences, { start, end });
  return sentences[touched[0] ?? -1]?.start === start && sentences[touched.at(-1) ?? -1]?.end === end;
}

/** Widens a place to the sentences that it touches. What is taken in makes it less like the old passage. */
function wholeSentences(
  anchor: Extract<Anchor, { outcome: 'changed' }>,
  passage: string,
  now: CodePointText,
  sentences: readonly Range[],
): Anchor {
  const touched = touchedSentences(sentences, anchor.range);
  const range = {
    start: Math.min(anchor.range.start, sentences[touched[0] ?? -1]?.start ?? Infinity),
    end: Math.max(anchor.range.end, sentences[touched.at(-1) ?? -1]?.end ?? 0),
  };
  const lengthOf = ({ start, end }: Range) => end - start;
  const both = passage.length + lengthOf(anchor.range);
  const score = (anchor.score * both) / (both + lengthOf(range) - lengthOf(anchor.range));
  return { ...anchor, range, score, difference: differenceOf(passage, now.slice(range.start, range.end)) };
}
