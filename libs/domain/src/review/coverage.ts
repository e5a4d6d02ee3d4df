import type { CodePointText } from '../text/code-points';
import { touchedSentences, type Range } from '../text/range';
import { wordsIn } from '../text/words';
import type { Status } from './status';

/**
 * The state of a sentence, by its words. In the order in which they are reported.
 * - `unchecked`: nothing covers any word.
 * - `partly`: some words are covered, others are open.
 * - `notCheckableProposed`: one person called every word not checkable, and no second one has confirmed it.
 * - `returned` to `approved`: every word is covered; the least finished of the annotations that touch the sentence.
 * - `approvedInPart`: what is claimed is approved, and two people agree that the rest needs no check.
 * - `notCheckable`: two people agree that no word of it needs a check.
 */
export const sentenceStates = [
  'unchecked',
  'partly',
  'notCheckableProposed',
  'returned',
  'lapsed',
  'draft',
  'submitted',
  'approvedInPart',
  'approved',
  'notCheckable',
] as const;
export type SentenceState = (typeof sentenceStates)[number];

/** An annotation that touches more sentences than this covers none, unless a newsroom's setting says otherwise. */
export const longestPassage = 3;

/** An annotation as far as coverage sees it; without a range (an orphan) it touches nothing. */
export interface CoveringAnnotation {
  readonly status: Status;
  /** Whether it has no verdict: an open question covers no word, and keeps its sentences open until it is answered. */
  readonly isQuestion: boolean;
  readonly range?: Range | undefined;
}

/** A stretch that somebody called not checkable: a sentence, or the rest of one. Code points of the article's text. */
export interface NotCheckableStretch {
  readonly range: Range;
  /** Whether a second person confirmed it. */
  readonly confirmed: boolean;
}

/** What coverage follows from. */
export interface CoverageFacts {
  readonly text: CodePointText;
  /** All sentences of the text, in text order, not overlapping. */
  readonly sentences: readonly Range[];
  /** All that touch the sentences that are asked about; others do no harm. */
  readonly annotations: readonly CoveringAnnotation[];
  /** The same of stretches. */
  readonly notCheckable: readonly NotCheckableStretch[];
  /** The most sentences that an annotation may touch and still cover; `longestPassage` by default. */
  readonly longestPassage?: number | undefined;
}

export interface SentenceCoverage {
  readonly state: SentenceState;
  /** The least finished status of the annotations that touch the sentence, also where words are open. */
  readonly least?: Exclude<Status, 'retired'> | undefined;
  readonly words: number;
  readonly openWords: number;
  /** The open words, neighbours joined, in code points of the article's text. */
  readonly open: readonly Range[];
}

/** How far an article is. */
export interface Coverage {
  readonly sentences: number;
  /** Sentences that hold something to check: all but the `notCheckable` ones. */
  readonly checkable: number;
  /** Sentences of which every word is approved. */
  readonly approved: number;
  /** Sentences that are checked in part: some words are open, or the rest needs no check. */
  readonly partly: number;
  readonly words: { readonly total: number; readonly open: number };
  readonly byState: Readonly<Record<SentenceState, number>>;
}

const fromLeastFinished = ['returned', 'lapsed', 'draft', 'submitted', 'approved'] as const;

interface SentenceFacts {
  least: number;
  /** Stretches that count, by whether an annotation gave them. */
  readonly checked: Range[];
  readonly exempt: Range[];
  readonly proposed: Range[];
}

/**
 * The coverage of sentences: each word is covered by an annotation on it or by a stretch that two people called not
 * checkable. An annotation on too many sentences, and an open question, covers no word and keeps the sentences open.
 * @param indexes of the sentences asked about; all by default. After a change to one annotation, ask about those that
 * it touches and touched before.
 * @returns for each index in their order. Time follows the length of these sentences and what touches them.
 */
export function coverSentences(facts: CoverageFacts, indexes?: Iterable<number>): SentenceCoverage[] {
  const { sentences, annotations, notCheckable } = facts;
  const asked = [...(indexes ?? sentences.keys())];
  const bySentence = new Map<number, SentenceFacts>(
    asked.map((index) => [index, { least: Infinity, checked: [], exempt: [], proposed: [] }]),
  );
  for (const { status, isQuestion, range } of annotations) {
    if (status === 'retired' || !range) continue;
    const touched = touchedSentences(sentences, range);
    const covers = !isQuestion && touched.length <= (facts.longestPassage ?? longestPassage);
    for (const index of touched) {
      const sentence = bySentence.get(index);
      if (!sentence) continue;
      sentence.least = Math.min(sentence.least, fromLeastFinished.indexOf(status));
      if (covers) sentence.checked.push(range);
    }
  }
  for (const { range, confirmed } of notCheckable) {
    for (const index of touchedSentences(sentences, range))
      bySentence.get(index)?.[confirmed ? 'exempt' : 'proposed'].push(range);
  }
  return asked.map((index) => {
    const sentence = sentences[index];
    const found = bySentence.get(index);
    if (!sentence || !found) throw new RangeError(`There is no sentence ${index} of ${sentences.length}`);
    return coverSentence(wordsIn(facts.text, sentence), found);
  });
}

function coverSentence(words: readonly Range[], { least, checked, exempt, proposed }: SentenceFacts): SentenceCoverage {
  const isChecked = within(checked);
  const isCovered = within([...checked, ...exempt]);
  const isSpokenFor = within([...checked, ...exempt, ...proposed]);
  const open = words.filter((word) => !isCovered(word));
  const status = fromLeastFinished[least];
  const state = (): SentenceState => {
    if (open.length === 0) {
      if (status === undefined) return 'notCheckable';
      if (!words.some(isChecked)) return status === 'approved' ? 'notCheckable' : status;
      return status === 'approved' && !words.every(isChecked) ? 'approvedInPart' : status;
    }
    if (!words.some(isChecked) && words.every(isSpokenFor)) return 'notCheckableProposed';
    return open.length === words.length ? 'unchecked' : 'partly';
  };
  return {
    state: state(),
    ...(status !== undefined && { least: status }),
    words: words.length,
    openWords: open.length,
    open: joinNeighbours(words, new Set(open)),
  };
}

/** A test whether a range lies in the union of others. */
function within(ranges: readonly Range[]): (range: Range) => boolean {
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return (range) => {
    const [first] = touchedSentences(union, range);
    const holder = first === undefined ? undefined : union[first];
    return holder !== undefined && holder.start <= range.start && range.end <= holder.end;
  };
}

function joinNeighbours(words: readonly Range[], open: ReadonlySet<Range>): Range[] {
  const joined: { start: number; end: number }[] = [];
  words.forEach((word, index) => {
    if (!open.has(word)) return;
    const last = joined.at(-1);
    if (last && last.end === words[index - 1]?.end) last.end = word.end;
    else joined.push({ ...word });
  });
  return joined;
}

/** What of an article's coverage a sentence adds to. */
type Counted = Pick<SentenceCoverage, 'state' | 'words' | 'openWords'>;

/** The coverage of an article from that of all its sentences. */
export function sumCoverage(covered: readonly Counted[]): Coverage {
  const byState = Object.fromEntries(sentenceStates.map((state) => [state, 0])) as Record<SentenceState, number>;
  return updateCoverage({ words: { total: 0, open: 0 }, byState }, [], covered);
}

/** The coverage of an article after some sentences changed: what they were is taken out, what they are is put in. */
export function updateCoverage(
  coverage: Pick<Coverage, 'words' | 'byState'>,
  before: readonly Counted[],
  after: readonly Counted[],
): Coverage {
  const byState = { ...coverage.byState };
  let { total, open } = coverage.words;
  const count = (sentences: readonly Counted[], sign: 1 | -1): void => {
    for (const { state, words, openWords } of sentences) {
      byState[state] += sign;
      total += sign * words;
      open += sign * openWords;
    }
  };
  count(before, -1);
  count(after, 1);
  const sentences = sentenceStates.reduce((sum, state) => sum + byState[state], 0);
  return {
    sentences,
    checkable: sentences - byState.notCheckable,
    approved: byState.approved,
    partly: byState.partly + byState.approvedInPart,
    words: { total, open },
    byState,
  };
}

/** Whether nothing more has to be done about a sentence before sign-off. */
export function isSettled(state: SentenceState): boolean {
  return state === 'approved' || state === 'approvedInPart' || state === 'notCheckable';
}

/** The indexes of the sentences that keep an article from being signed off. */
export function openSentences(states: readonly SentenceState[]): number[] {
  return states.flatMap((state, index) => (isSettled(state) ? [] : [index]));
}

/** The stretches that are marked when a person says "the rest needs no check": the words that no annotation covers. */
export function restOf(facts: CoverageFacts, index: number): readonly Range[] {
  return coverSentences({ ...facts, notCheckable: [] }, [index]).flatMap(({ open }) => open);
}
