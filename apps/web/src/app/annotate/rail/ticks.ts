import { verdictOf, verdicts, type Judgement, type SentenceState, type Verdict } from '@belegg/domain';

/** A sentence as the rail shows it. */
export interface RailSentence {
  readonly state: SentenceState;
  readonly verdict?: Verdict | undefined;
  /** In characters. */
  readonly length: number;
}

/** A tick of the rail: one sentence, or several where the article has more than there is room for. */
export interface Tick extends RailSentence {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** From what needs work most to what is done. */
const byNeed: readonly SentenceState[] = [
  'returned',
  'lapsed',
  'unchecked',
  'partly',
  'notCheckableProposed',
  'draft',
  'submitted',
  'approvedInPart',
  'approved',
  'notCheckable',
];
const bySeverity: readonly Verdict[] = verdicts.toSorted((a, b) => rank(a) - rank(b));

function rank(verdict: Verdict): number {
  return { denied: 0, disputed: 1, confirmed: 2 }[verdict];
}

/**
 * At most `room` ticks, each of as many sentences as the next; a tick of several shows the one of them that needs most.
 */
export function ticksOf(sentences: readonly RailSentence[], room: number): Tick[] {
  const each = Math.max(1, Math.ceil(sentences.length / Math.max(room, 1)));
  const ticks: Tick[] = [];
  for (let first = 0; first < sentences.length; first += each) {
    const group = sentences.slice(first, first + each);
    const state = byNeed.find((candidate) => group.some((sentence) => sentence.state === candidate)) ?? 'unchecked';
    const shown = group.filter((sentence) => sentence.state === state);
    ticks.push({
      first,
      end: first + group.length,
      state,
      verdict: gravest(shown.flatMap(({ verdict }) => verdict ?? [])),
      length: group.reduce((sum, { length }) => sum + length, 0),
    });
  }
  return ticks;
}

/** The verdict of what is judged; an open question has none. */
export const verdictIn = (judgement: Judgement | undefined): readonly Verdict[] =>
  [judgement && verdictOf(judgement)].filter((verdict) => verdict !== undefined);

/** Denied before disputed before confirmed. */
export function gravest(found: readonly Verdict[]): Verdict | undefined {
  return bySeverity.find((verdict) => found.includes(verdict));
}
