import type { Sentence } from '../text/block';
import type { Range } from '../text/range';
import { firstIndex } from './partition';
import { reanchor } from './reanchor';

/** A text in which people split or joined sentences. */
export interface CutText {
  readonly text: string;
  /** As the program cut it. */
  readonly segmented: readonly Sentence[];
  /** As people left it. */
  readonly sentences: readonly Sentence[];
}

/** A stretch that people cut otherwise than the program, and their sentences in it. */
interface Recut {
  readonly range: Range;
  readonly sentences: readonly Sentence[];
}

/**
 * The sentences of a new text with the cuts that people made in the old one. A cut is kept where the words that it is about
 * stand in the new text word for word, from the beginning of a sentence to the end of one in the same block; elsewhere the
 * new text is as the program cut it. Linear in the texts.
 */
export function keepCuts(old: CutText, next: { readonly text: string; readonly sentences: readonly Sentence[] }): readonly Sentence[] {
  const recuts = recutsOf(old);
  if (recuts.length === 0) return next.sentences;
  const kept = new Map<number, Recut & { readonly from: number }>();
  reanchor(old.text, next.text, recuts.map(({ range }) => range)).forEach((anchor, index) => {
    const recut = recuts[index];
    if (recut && (anchor.outcome === 'unchanged' || anchor.outcome === 'moved')) {
      kept.set(anchor.range.start, { range: anchor.range, sentences: recut.sentences, from: recut.range.start });
    }
  });
  const sentences: Omit<Sentence, 'index'>[] = [];
  for (let at = 0; at < next.sentences.length; at += 1) {
    const sentence = next.sentences[at];
    if (!sentence) break;
    const recut = kept.get(sentence.start);
    const last = recut ? firstIndex(next.sentences.length, (index) => endOf(next.sentences, index) >= recut.range.end) : -1;
    const closing = next.sentences[last];
    if (recut && closing?.end === recut.range.end && closing.block === sentence.block) {
      const shift = recut.range.start - recut.from;
      sentences.push(...recut.sentences.map(({ start, end }) => ({ start: start + shift, end: end + shift, block: sentence.block })));
      at = last;
    } else sentences.push(sentence);
  }
  return sentences.map((sentence, index) => ({ ...sentence, index }));
}

/** Both cut the same words, so where they part they meet again, at the end of a block at the latest. */
function recutsOf({ segmented, sentences }: CutText): Recut[] {
  const recuts: Recut[] = [];
  let theirs = 0;
  for (let own = 0; own < sentences.length; own += 1, theirs += 1) {
    const began = { own, theirs };
    while (endOf(sentences, own) !== endOf(segmented, theirs)) {
      if (endOf(sentences, own) < endOf(segmented, theirs)) own += 1;
      else theirs += 1;
    }
    if (own > began.own || theirs > began.theirs) {
      const cut = sentences.slice(began.own, own + 1);
      recuts.push({ range: { start: cut[0]?.start ?? 0, end: endOf(cut, cut.length - 1) }, sentences: cut });
    }
  }
  return recuts;
}

const endOf = (sentences: readonly Sentence[], index: number): number => sentences[index]?.end ?? Infinity;
