import { touchedSentences, type Range } from '../text/range';
import type { Status } from './status';

/**
 * The state of a sentence: the least finished status of the annotations that touch it; else whether it was marked as
 * not checkable (`notCheckable` once a second person confirmed it, `notCheckableProposed` until then); else `unchecked`.
 * In the order in which they are reported.
 */
export const sentenceStates = [
  'unchecked',
  'notCheckableProposed',
  'returned',
  'lapsed',
  'draft',
  'submitted',
  'approved',
  'notCheckable',
] as const;
export type SentenceState = (typeof sentenceStates)[number];

type OpenStatus = Exclude<Status, 'retired'>;

/** From the least to the most finished. */
const byCompletion: readonly OpenStatus[] = ['returned', 'lapsed', 'draft', 'submitted', 'approved'];

/** An annotation as far as coverage sees it; without a range (an orphan) it touches nothing. */
export interface CoveringAnnotation {
  readonly status: Status;
  readonly range?: Range | undefined;
}

/** The latest mark of a sentence that says it is not checkable. */
export interface NotCheckable {
  readonly sentence: number;
  readonly confirmed: boolean;
}

export interface Coverage {
  /** Sentences that are not confirmed as not checkable. */
  readonly checkable: number;
  readonly approved: number;
  readonly byState: Readonly<Record<SentenceState, number>>;
}

/**
 * The state of each sentence. An annotation outweighs a mark as not checkable.
 * Linear in sentences and annotations but for the sentences that an annotation touches.
 * @param sentences in text order, not overlapping
 */
export function deriveSentenceStates(
  sentences: readonly Range[],
  annotations: readonly CoveringAnnotation[],
  notCheckable: readonly NotCheckable[],
): SentenceState[] {
  const states: SentenceState[] = sentences.map(() => 'unchecked');
  for (const { sentence, confirmed } of notCheckable) {
    if (sentence in states) states[sentence] = confirmed ? 'notCheckable' : 'notCheckableProposed';
  }
  const touched = new Map<number, number>();
  for (const { status, range } of annotations) {
    if (status === 'retired' || !range) continue;
    const rank = byCompletion.indexOf(status);
    for (const index of touchedSentences(sentences, range))
      touched.set(index, Math.min(rank, touched.get(index) ?? rank));
  }
  for (const [index, rank] of touched) states[index] = byCompletion[rank] ?? 'unchecked';
  return states;
}

/** What share of the checkable sentences is approved. */
export function deriveCoverage(states: readonly SentenceState[]): Coverage {
  const byState = Object.fromEntries(sentenceStates.map((state) => [state, 0])) as Record<SentenceState, number>;
  for (const state of states) byState[state] += 1;
  return coverageOf(byState);
}

/** The same of how many sentences are in each state. */
export function coverageOf(byState: Readonly<Record<SentenceState, number>>): Coverage {
  const sentences = sentenceStates.reduce((sum, state) => sum + byState[state], 0);
  return { checkable: sentences - byState.notCheckable, approved: byState.approved, byState };
}

/** The indexes of the sentences that keep an article from being signed off. */
export function openSentences(states: readonly SentenceState[]): number[] {
  return states.flatMap((state, index) => (state === 'approved' || state === 'notCheckable' ? [] : [index]));
}
