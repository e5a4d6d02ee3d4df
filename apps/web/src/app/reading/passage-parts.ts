import type { ReviewItem } from '@belegg/contract';
import { CodePointText, type Range } from '@belegg/domain';

/** A block of text near the passage; `marks` where a part of the passage stands in it. */
export interface PassagePart {
  readonly text: CodePointText;
  readonly block: Range;
  readonly marks?: Range;
}

/** The blocks before, with and after the passage, in their order. None when the passage has no place in the text. */
export function passageParts({ before, text, start, end, after }: ReviewItem['passage']): readonly PassagePart[] {
  if (start >= end) return [];
  const marks = { start, end };
  return [
    ...blocksOf(before),
    ...blocksOf(text).map((part): PassagePart =>
      part.block.start < end && part.block.end > start ? { ...part, marks } : part,
    ),
    ...blocksOf(after),
  ];
}

/** One for each line that is not empty. */
function blocksOf(text: string): readonly PassagePart[] {
  const whole = new CodePointText(text);
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    text: whole,
    block: { start: whole.fromUtf16(index), end: whole.fromUtf16(index + line.length) },
  }));
}
