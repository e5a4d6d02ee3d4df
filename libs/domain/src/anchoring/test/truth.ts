import type { Range } from '../../text/range';
import { heaviestChain } from '../matcher/chain';
import { firstIndex } from '../../text/partition';
import { sentenceRanges, type Edited } from './draft';
import type { Random } from './random';

/** Passages as people mark them: sentences, phrases, single words, and two sentences in one. */
export function targetsIn(
  text: string,
  paragraphs: readonly (readonly string[])[],
  count: number,
  random: Random,
): Range[] {
  const sentences = sentenceRanges(paragraphs).flat();
  const points = [...text];
  return Array.from({ length: count }, () => {
    const index = random.integer(0, sentences.length - 1);
    const sentence = sentences[index]!;
    const kind = random.next();
    if (kind < 0.5) return sentence;
    if (kind < 0.62) return { start: sentence.start, end: sentences[Math.min(index + 1, sentences.length - 1)]!.end };
    const starts = [sentence.start];
    for (let at = sentence.start; at < sentence.end; at++) if (points[at] === ' ') starts.push(at + 1);
    const words = Math.min(starts.length, kind < 0.9 ? random.integer(3, 7) : random.integer(1, 2));
    const first = random.integer(0, starts.length - words);
    return { start: starts[first]!, end: first + words < starts.length ? starts[first + words]! - 1 : sentence.end };
  });
}

/** Characters further apart than this, or than the passage is long, are in two places. */
const scatter = 120;

/** Where a passage went. */
export interface Truth extends Range {
  /** The stretch with the new words beside it, which may have come for words at its edges that were lost. */
  readonly widest: Range;
}

/** An edited text as it is asked for the truth. */
export class Truths {
  private readonly old: readonly string[];
  private readonly now: readonly string[];
  private readonly survived: Uint8Array;

  constructor(private readonly edited: Edited) {
    this.old = [...edited.oldText];
    this.now = [...edited.newText];
    this.survived = new Uint8Array(this.now.length);
    for (const place of edited.survivors) if (place >= 0) this.survived[place] = 1;
  }

  of(target: Range): Truth | undefined {
    const found = truthOf(this.edited.survivors, this.old, target);
    if (!found) return undefined;
    const { survivors } = this.edited;
    let { start, end } = found;
    if (survivors[target.start]! < 0) while (this.isBetweenWords(start - 1)) start--;
    if (survivors[target.end - 1]! < 0) while (this.isBetweenWords(end)) end++;
    while (this.now[start] === ' ') start++;
    while (this.now[end - 1] === ' ') end--;
    return { ...found, widest: { start, end } };
  }

  /** Whether a new character stands there, or a space that does not part two sentences. */
  private isBetweenWords(at: number): boolean {
    const char = this.now[at];
    if (char === ' ') return !/[.?!]/.test(this.now[at - 1] ?? '.');
    return char !== undefined && char !== '\n' && !this.survived[at];
  }
}

/**
 * Where a passage went: the stretch from the first to the last of its surviving characters, or of most of them where
 * they were torn apart. Nothing when under half of its characters, white space aside, are there.
 */
function truthOf(survivors: Int32Array, points: readonly string[], { start, end }: Range): Range | undefined {
  const places: number[] = [];
  let characters = 0;
  for (let at = start; at < end; at++) {
    if (/\s/.test(points[at]!)) continue;
    characters++;
    if (survivors[at]! >= 0) places.push(survivors[at]!);
  }
  places.sort((a, b) => a - b);
  let best: number[] = [];
  let current: number[] = [];
  for (const place of places) {
    if (place - (current.at(-1) ?? place) > Math.max(scatter, end - start)) current = [];
    current.push(place);
    if (current.length > best.length) best = current;
  }
  return best.length * 2 < characters ? undefined : { start: best[0]!, end: best.at(-1)! + 1 };
}

/** Shared by union, from 0 to 1. */
export function agreement(a: Range, b: Range): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** What there is to say of an anchor, or of none, when the truth is known. */
export function judge(
  { range }: { readonly range?: Range | undefined },
  truth: Truth | undefined,
): 'right' | 'wrong' | 'lost' | 'revived' {
  if (!range) return truth ? 'lost' : 'right';
  if (!truth) return 'revived';
  const nearest = {
    start: Math.min(truth.start, Math.max(truth.widest.start, range.start)),
    end: Math.max(truth.end, Math.min(truth.widest.end, range.end)),
  };
  return agreement(range, nearest) >= 0.8 ? 'right' : 'wrong';
}

/** For each target whether its sentence left the order that most of the text kept, by the truth. */
export function movedTargets(
  { survivors, oldText, paragraphs }: Edited & { readonly paragraphs: readonly string[][] },
  targets: readonly Range[],
  truths: readonly (Truth | undefined)[],
): boolean[] {
  const sentences = sentenceRanges(paragraphs).flat();
  const points = [...oldText];
  const whole = sentences.map((sentence) => truthOf(survivors, points, sentence));
  const kept = [...sentences.keys()].filter((index) => whole[index]);
  const blocks = kept.map((index) => ({ old: sentences[index]!.start, now: whole[index]!.start, length: 1 }));
  const chain = heaviestChain(
    blocks,
    Float64Array.from(kept, (index) => sentences[index]!.end - sentences[index]!.start),
  );
  const strays = new Set(kept.filter((_, order) => chain[order] === 0));
  return targets.map(
    ({ start }, index) =>
      truths[index] !== undefined && strays.has(firstIndex(sentences.length, (at) => sentences[at]!.end > start)),
  );
}
