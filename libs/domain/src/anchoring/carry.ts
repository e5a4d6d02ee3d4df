import type { Language, Sentence } from '../text/block';
import type { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import { firstIndex } from '../text/partition';
import type { Anchor } from './reanchor';

/** Recorded with each carry, so that a later and stricter rule can tell which approvals rest on this one. */
export const carryRuleVersion = 1;

/** What of an article revision decides whether an approval reaches it. */
export interface CarryBasis {
  readonly text: CodePointText;
  /** In text order. */
  readonly sentences: readonly Sentence[];
  readonly language: Language;
  /** The date of the article, as stored; it gives "yesterday" its meaning. */
  readonly date?: string | null | undefined;
}

/**
 * Whether an approval of a passage holds on the next revision as well. The passage must be unchanged, every sentence
 * that it touches and the one before it in its block must be word for word the same, and so must the article's date and
 * language. The sentence before counts because words such as "he" or "the sum" point back to it.
 */
export function mayCarry(passage: Range, anchor: Anchor, old: CarryBasis, now: CarryBasis): boolean {
  if (anchor.outcome !== 'unchanged' || old.language !== now.language || (old.date ?? null) !== (now.date ?? null))
    return false;
  const before = touched(passage, old.sentences);
  const after = touched(anchor.range, now.sentences);
  return (
    before.length > 0 &&
    before.length === after.length &&
    before.every((sentence, index) => {
      const counterpart = after[index];
      return (
        textOf(sentence, old) === textOf(counterpart, now) &&
        textOf(precedingInBlock(sentence, old), old) === textOf(precedingInBlock(counterpart, now), now)
      );
    })
  );
}

function textOf(sentence: Sentence | undefined, { text }: CarryBasis): string | undefined {
  return sentence && text.slice(sentence.start, sentence.end);
}

function precedingInBlock(sentence: Sentence | undefined, { sentences }: CarryBasis): Sentence | undefined {
  if (!sentence) return undefined;
  const preceding = sentences[firstEndingAfter(sentence.start, sentences) - 1];
  return preceding?.block === sentence.block ? preceding : undefined;
}

function touched(passage: Range, sentences: readonly Sentence[]): readonly Sentence[] {
  const end = firstIndex(sentences.length, (index) => Number(sentences[index]?.start) >= passage.end);
  return sentences.slice(firstEndingAfter(passage.start, sentences), end);
}

function firstEndingAfter(offset: number, sentences: readonly Sentence[]): number {
  return firstIndex(sentences.length, (index) => Number(sentences[index]?.end) > offset);
}
