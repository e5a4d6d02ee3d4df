import type { Sentence } from '../text/block';
import type { Range } from '../text/range';
import { firstIndex } from '../text/partition';
import { reanchor, type Anchor } from './reanchor';

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
 * The sentences of a new text with the cuts that people made in the old one. A cut is kept where the words that it is
 * about stand in the new text word for word, from the beginning of a sentence to the end of one in the same block;
 * elsewhere the new text is as the program cut it. Linear in the texts.
 */
export function keepCuts(
  old: CutText,
  next: { readonly text: string; readonly sentences: readonly Sentence[] },
): readonly Sentence[] {
  const recuts = recutsOf(old);
  if (recuts.length === 0) return next.sentences;
  const anchors = reanchor(
    old.text,
    next.text,
    recuts.map(({ range }) => range),
  );
  const kept = new Map(recuts.flatMap((recut, index) => placedIn(next.sentences, recut, anchors[index]) ?? []));
  if (kept.size === 0) return next.sentences;
  const sentences: Omit<Sentence, 'index'>[] = [];
  for (let at = 0; at < next.sentences.length; at += 1) {
    const place = kept.get(at);
    sentences.push(...(place?.sentences ?? next.sentences.slice(at, at + 1)));
    at = place?.last ?? at;
  }
  return sentences.map((sentence, index) => ({ ...sentence, index }));
}

/** The sentences of the new text, from the index that is the key to `last`, in whose stead a person's come. */
function placedIn(
  sentences: readonly Sentence[],
  recut: Recut,
  anchor: Anchor | undefined,
): [[number, { readonly last: number; readonly sentences: readonly Omit<Sentence, 'index'>[] }]] | undefined {
  if (anchor?.outcome !== 'unchanged' && anchor?.outcome !== 'moved') return undefined;
  const { start, end } = anchor.range;
  const first = firstIndex(sentences.length, (index) => endOf(sentences, index) > start);
  const last = firstIndex(sentences.length, (index) => endOf(sentences, index) >= end);
  const block = sentences[first]?.block;
  if (
    sentences[first]?.start !== start ||
    endOf(sentences, last) !== end ||
    block === undefined ||
    sentences[last]?.block !== block
  )
    return undefined;
  const shift = start - recut.range.start;
  return [
    [
      first,
      {
        last,
        sentences: recut.sentences.map((sentence) => ({
          start: sentence.start + shift,
          end: sentence.end + shift,
          block,
        })),
      },
    ],
  ];
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
