import type { Range } from '../../text/range';
import { draftOf, finish, newPiece, plainText, sentenceRanges, textOf, type Word } from './draft';
import { NewsWriter } from './news';
import type { Random } from './random';

/** Which word of a passage was replaced by another. `whole`: the first of a whole sentence. */
export const edges = ['first', 'last', 'both', 'whole'] as const;
export type Edge = (typeof edges)[number];

/** A passage that had words at its edges replaced, and where all of it is now, new words included. */
export interface EdgeCase {
  readonly edge: Edge;
  /** Words of the passage. */
  readonly words: number;
  readonly target: Range;
  readonly expected: Range;
}

/** An article of which every third sentence had a phrase with other words at its edges. */
export function edgeWords(
  edge: Edge,
  sentences: number,
  random: Random,
): { readonly oldText: string; readonly newText: string; readonly cases: readonly EdgeCase[] } {
  const paragraphs = new NewsWriter(random).article(sentences);
  const draft = draftOf(paragraphs);
  const ranges = sentenceRanges(paragraphs).flat();
  const planned: { words: readonly Word[]; target: Range }[] = [];
  draft.paragraphs.flat().forEach(({ words }, index) => {
    if (index % 3 !== 1 || (edge === 'whole' && words.length > 8)) return;
    const count = edge === 'whole' ? words.length : Math.min(words.length, random.integer(2, 12));
    const first = random.integer(0, words.length - count);
    const last = first + count - 1;
    const start = words[first]!.pieces[0]!.from;
    const end = words[last]!.pieces.reduce((_, { text, from }) => from + [...text].length, 0);
    if (edge !== 'last') replace(words[first]!, random);
    if (edge === 'last' || edge === 'both') replace(words[last]!, random);
    planned.push({ words: words.slice(first, last + 1), target: { start, end: Math.min(end, ranges[index]!.end) } });
  });
  const { oldText, newText, pieces } = finish(plainText(paragraphs), draft);
  const cases = planned.map(({ words, target }): EdgeCase => {
    const last = words.at(-1)!.pieces.at(-1)!;
    const expected = { start: pieces.get(words[0]!.pieces[0]!)!, end: pieces.get(last)! + [...last.text].length };
    return { edge, words: words.length, target, expected };
  });
  return { oldText, newText, cases };
}

/** Another word in its place; a stop or comma after it stays. */
function replace(word: Word, random: Random): void {
  const old = textOf(word);
  const stop = /[.?,»]*$/.exec(old)?.[0] ?? '';
  const from = word.pieces[0]!.from;
  let text = old;
  while (text + stop === old || text === old) text = new NewsWriter(random).word();
  word.pieces = [newPiece(text), ...(stop ? [{ text: stop, from: from + [...old].length - stop.length }] : [])];
}
