/**
 * What distinguishes a passage from what it was: the least of these that explains all. `surroundings`: the passage
 * itself is the same, but so little of the sentence around it is that it may be another one.
 */
export const differences = ['surroundings', 'whitespace', 'quotation', 'case', 'wording'] as const;
export type Difference = (typeof differences)[number];

const spaces = /\s+/gu;
/** Quotation marks, and the dashes that introduce direct speech or stand for one another in print. */
const quotationMarks = /["'«»“”„‟‘’‚‛‹›`´「」『』]/gu;
const dashes = /[-‐‑‒–—―−]/gu;

/** How two passages differ. `quotation` is the style of quotation marks and dashes. */
export function differenceOf(old: string, now: string): Difference {
  const unspaced = (text: string) => text.replace(spaces, '');
  const unquoted = (text: string) => unspaced(text).replace(quotationMarks, '"').replace(dashes, '-');
  if (old === now) return 'surroundings';
  if (unspaced(old) === unspaced(now)) return 'whitespace';
  if (unquoted(old) === unquoted(now)) return 'quotation';
  return unquoted(old).toLowerCase() === unquoted(now).toLowerCase() ? 'case' : 'wording';
}
