import { verdicts, type Verdict } from '@belegg/domain';
import { termsIn } from '@belegg/terms';

const known = new Map<string, Verdict>(
  verdicts.flatMap((verdict) =>
    [verdict, ...Object.values(termsIn).map((terms) => terms.verdict[verdict])].map((word) => [word, verdict] as const),
  ),
);

/** The verdict that a word names, in Bokmål, Nynorsk, English or the interface's own terms. */
export const verdictNamed = (word: string): Verdict | undefined => known.get(word.trim().toLowerCase());
