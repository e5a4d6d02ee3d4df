import { CodePointText, runsOf, type Block, type Mark, type Range } from '@belegg/domain';

/** A text with its blocks and marks. */
interface BlockText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
}

/** A block that was read, and the one of the current text that says the same. */
interface Pair {
  readonly read: Block;
  /** Its index in the current text. */
  readonly kept?: number | undefined;
}

/** What office files cannot hold comes back as U+FFFD, and white space is theirs to change. */
const unseen = /[\s\p{Cc}\uFFFD\uFFFE\uFFFF]/u;

/**
 * A text as it was read from a file, with each block that says the same as one of the current text, in the same
 * formatting, exactly as that one stands: a file that went out and came back unchanged is the text that it was.
 * @returns the text, and where a range of the one that was read stands in it
 */
export function keepBlocks(
  current: BlockText,
  read: BlockText,
): BlockText & { readonly place: (range: Range) => Range } {
  const [before, after] = [new CodePointText(current.text), new CodePointText(read.text)];
  const known = Map.groupBy(
    current.blocks.map((block, index) => ({ index, words: wordsOf(before, block, current.marks) })),
    ({ words }) => words,
  );
  const pairs = read.blocks.map((block): Pair => ({
    read: block,
    kept: known.get(wordsOf(after, block, read.marks))?.shift()?.index,
  }));
  let text = '';
  let length = 0;
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const append = (piece: string): void => {
    text += piece;
    length += new CodePointText(piece).length;
  };
  pairs.forEach((pair, index) => {
    append(between(current, before, pairs[index - 1], pair));
    const original = current.blocks[pair.kept ?? -1];
    const [source, points, all] = original ? [original, before, current.marks] : [pair.read, after, read.marks];
    const shift = length - source.start;
    append(points.slice(source.start, source.end));
    blocks.push({ ...styleOf(pair.read, original), start: source.start + shift, end: length });
    for (const mark of all)
      if (mark.start >= source.start && mark.end <= source.end)
        marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
  });
  append(between(current, before, pairs.at(-1), undefined));
  const now = new CodePointText(text);
  const at = (offset: number, isEnd: boolean): number => {
    const index = pairs.findIndex(({ read: { start, end } }) =>
      isEnd ? start < offset && offset <= end : start <= offset && offset < end,
    );
    const [pair, block] = [pairs[index], blocks[index]];
    if (!pair || !block) return Math.min(length, nearest(pairs, blocks, offset));
    if (pair.kept === undefined) return block.start + offset - pair.read.start;
    return sameLetter(after, pair.read, now, block, offset, isEnd);
  };
  return {
    text,
    blocks,
    marks,
    place: ({ start, end }) =>
      start === end
        ? { start: at(start, false), end: at(start, false) }
        : { start: at(start, false), end: at(end, true) },
  };
}

/** Word has neither quotations nor asides of its own, so that some programs bring them back as paragraphs. */
function styleOf({ kind, level }: Block, original: Block | undefined): Pick<Block, 'kind' | 'level'> {
  const isLost = kind === 'paragraph' && (original?.kind === 'quote' || original?.kind === 'aside');
  const isUnsaid = kind === 'heading' && original?.kind === 'heading' && original.level === undefined && level === 2;
  if (original && (isLost || isUnsaid)) return { kind: original.kind };
  return { kind, ...(level !== undefined && { level }) };
}

/** What stands between two blocks: what stood there, where they were neighbours; at the ends, what stood there. */
function between({ blocks }: BlockText, text: CodePointText, left: Pair | undefined, right: Pair | undefined): string {
  const [from, to] = [left ? left.kept : -1, right ? right.kept : blocks.length];
  if (from !== undefined && to === from + 1 && blocks.length > 0)
    return text.slice(blocks[from]?.end ?? 0, blocks[to]?.start ?? text.length);
  return left && right ? '\n' : '';
}

/** The letters of a block and how they look. */
function wordsOf(text: CodePointText, block: Block, marks: readonly Mark[]): string {
  const stretches: [look: string, letters: string][] = [];
  for (const run of runsOf(block, [], marks)) {
    const letters = [...text.slice(run.start, run.end)].filter((letter) => !unseen.test(letter)).join('');
    const look = run.marks
      .map(({ kind, href = '' }) => `${kind} ${href}`)
      .sort()
      .join();
    const last = stretches.at(-1);
    if (last?.[0] === look) last[1] += letters;
    else if (letters !== '') stretches.push([look, letters]);
  }
  return JSON.stringify(stretches);
}

/** Where the letter stands that a place is before or, for an end, behind. */
function sameLetter(
  from: CodePointText,
  block: Range,
  to: CodePointText,
  target: Range,
  offset: number,
  isEnd: boolean,
): number {
  const seen = (letter: string): boolean => !unseen.test(letter);
  let count = [...from.slice(block.start, offset)].filter(seen).length - Number(isEnd);
  const letters = [...to.slice(target.start, target.end)];
  const index = letters.findIndex((letter) => seen(letter) && count-- === 0);
  return index < 0 ? target.end : target.start + index + Number(isEnd);
}

/** For a place between blocks: the end of the last block before it. */
const nearest = (pairs: readonly Pair[], blocks: readonly Block[], offset: number): number =>
  blocks[pairs.findLastIndex(({ read }) => read.end <= offset)]?.end ?? 0;
