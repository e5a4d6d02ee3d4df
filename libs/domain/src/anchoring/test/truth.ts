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

/**
 * Where a passage went: the stretch from the first to the last of its surviving characters, or of most of them where they
 * were torn apart. Nothing when under half of its characters, white space aside, are there.
 */
export function truthOf(survivors: Int32Array, points: readonly string[], { start, end }: Range): Range | undefined {
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
  truth: Range | undefined,
): 'right' | 'wrong' | 'lost' | 'revived' {
  if (!range) return truth ? 'lost' : 'right';
  if (!truth) return 'revived';
  return agreement(range, truth) >= 0.8 ? 'right' : 'wrong';
}

/** For each target whether its sentence left the order that most of the text kept, by the truth. */
export function movedTargets(
  { survivors, oldText, paragraphs }: Edited & { readonly paragraphs: readonly string[][] },
  targets: readonly Range[],
  truths: readonly (Range | undefined)[],
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
