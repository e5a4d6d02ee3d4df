import { verdicts, type Verdict } from '@belegg/domain';
import { verdictWords } from '../../platform/messages/verdicts';

const known = new Map<string, Verdict>(
  verdicts.flatMap((verdict) =>
    [verdict, verdictWords.nb[verdict], verdictWords.en[verdict]].map((word) => [word.toLowerCase(), verdict] as const),
  ),
);

/** The verdict that a word names, in Bokmål, English or the interface's own terms. */
export const verdictNamed = (word: string): Verdict | undefined => known.get(word.trim().toLowerCase());
