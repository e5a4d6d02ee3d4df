import { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import { align } from './matcher/align';
import type { Difference } from './difference';
import { Graphemes } from '../text/graphemes';
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
    }
  | { readonly outcome: 'orphaned' };

/**
 * Finds passages of an old text in a new one. Time grows linearly with the texts and with the targets.
 * @param targets ranges of the old text in code points, in any order; empty ones and such beyond the text are orphaned
 * @returns an anchor for each target, in their order
 */
export function reanchor(oldText: string, newText: string, targets: readonly Range[]): Anchor[] {
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
    return { ...anchor, range: { start: now.fromUtf16(from), end: now.fromUtf16(to) } };
  });
}
