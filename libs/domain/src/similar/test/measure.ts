import { enHeld, enTuned } from '../../facts/test/en';
import { labelled } from '../../facts/test/labelled';
import { nbHeld, nbTuned } from '../../facts/test/nb';
import { nnHeld, nnTuned } from '../../facts/test/nn';
import type { Wording } from '../features';
import { rankSimilar } from '../rank-similar';
import { across, en, languageOf, nb, pairsOf, type Pair } from './pairs';

export interface Measured {
  readonly pairs: number;
  readonly first: number;
  readonly amongThree: number;
  /** Of the claims of which nothing was checked before, for how many something is shown. */
  readonly falseAlarms: number;
  readonly missed: readonly string[];
}

export { languageOf };
const worded = (text: string): Wording => ({ text, language: languageOf(text) });
const lists = [nb, en, across].map(pairsOf);
const distractors = [nbTuned, nbHeld, nnTuned, nnHeld, enTuned, enHeld].flatMap((lines) =>
  labelled(lines).map(({ text }) => worded(text)),
);

/** All that was checked before: the other halves of the pairs, their near misses, and other sentences of news. */
export const checkedBefore: readonly Wording[] = [
  ...lists.flat().flatMap(({ checked, others }) => [checked, ...others].map(worded)),
  ...distractors,
];

/** The pairs of one half: every list is cut in the middle. */
export const halfOf = (half: 'tuned' | 'held'): Pair[] =>
  lists.flatMap((pairs) => {
    const middle = Math.ceil(pairs.length / 2);
    return half === 'tuned' ? pairs.slice(0, middle) : pairs.slice(middle);
  });

/** Looks for the other half of each pair among all that was checked before. */
export function measure(pairs: readonly Pair[]): Measured {
  const missed: string[] = [];
  let first = 0;
  let amongThree = 0;
  let falseAlarms = 0;
  for (const { asked, checked } of pairs) {
    const found = rankSimilar(worded(asked), checkedBefore).map(({ claim }) => claim.text);
    const place = found.indexOf(checked);
    if (place === 0) first += 1;
    if (place >= 0 && place < 3) amongThree += 1;
    else missed.push(`${asked} | ${found.slice(0, 3).join(' | ')}`);
  }
  for (const { asked, checked, others } of pairs) {
    const without = checkedBefore.filter(({ text }) => text !== checked && !others.includes(text));
    if (rankSimilar(worded(asked), without).length > 0) falseAlarms += 1;
  }
  return { pairs: pairs.length, first, amongThree, falseAlarms, missed };
}
