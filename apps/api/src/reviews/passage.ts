import type { ReviewItem } from '@belegg/contract';
import { CodePointText, touchedSentences, type Range } from '@belegg/domain';
import type { Text } from '../texts';

/** The most code points that are shown before, and after, a passage in its blocks, and of the blocks beside them. */
const contextLimit = 2000;

/** A passage in the blocks that hold it, with the blocks before and after. */
export function passageAt({ text, blocks }: Pick<Text, 'text' | 'blocks'>, range: Range): ReviewItem['passage'] {
  const points = new CodePointText(text);
  const first = blocks.findIndex(({ end }) => end > range.start);
  const last = blocks.findLastIndex(({ start }) => start < range.end);
  const from = Math.max(Math.min(blocks[first]?.start ?? range.start, range.start), range.start - contextLimit);
  const to = Math.min(Math.max(blocks[last]?.end ?? range.end, range.end), range.end + contextLimit);
  const before = blocks[first - 1];
  const after = blocks[last + 1];
  return {
    text: points.slice(from, to),
    start: range.start - from,
    end: range.end - from,
    before: before ? points.slice(Math.max(before.start, before.end - contextLimit), before.end) : '',
    after: after ? points.slice(after.start, Math.min(after.end, after.start + contextLimit)) : '',
  };
}

/** The number, from 1, of the first sentence that a passage touches; of the next one, where it touches none. */
export function sentenceNumber({ sentences }: Pick<Text, 'sentences'>, range: Range): number {
  const [first] = touchedSentences(sentences, range);
  return (
    (first ?? Math.min(sentences.filter(({ end }) => end <= range.start).length, Math.max(sentences.length - 1, 0))) + 1
  );
}
