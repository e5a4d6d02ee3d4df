/**
 * A block of the old text beside the one of the new text that came of it; one of them is missing where a block came or
 * went.
 */
export interface BlockPair {
  readonly old?: number;
  readonly now?: number;
}

/** How much of their words two blocks have in common to count as one that was reworded (Dice's coefficient, 0 to 1). */
const related = 0.4;
/** The most pairs of blocks that are weighed; beyond, blocks are taken in their order. */
const mostPairs = 250_000;

/**
 * Which block came of which: the pairs, in order, that have the most words in common, weighed over all of what lies
 * between the common beginning and end. What is missing on one side stands before what came in its place.
 */
export function alignBlocks(old: readonly string[], now: readonly string[]): readonly BlockPair[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const middle = pairUp(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return [
    ...Array.from({ length: head }, (_, i) => ({ old: i, now: i })),
    ...middle.map((pair) => ({
      ...(pair.old !== undefined && { old: pair.old + head }),
      ...(pair.now !== undefined && { now: pair.now + head }),
    })),
    ...Array.from({ length: tail }, (_, i) => ({ old: old.length - tail + i, now: now.length - tail + i })),
  ];
}

function pairUp(old: readonly string[], now: readonly string[]): readonly BlockPair[] {
  if (old.length * now.length > mostPairs) {
    return Array.from({ length: Math.max(old.length, now.length) }, (_, i) => ({
      ...(i < old.length && { old: i }),
      ...(i < now.length && { now: i }),
    }));
  }
  const [before, after] = [old.map(wordCounts), now.map(wordCounts)];
  const width = now.length + 1;
  const likeness = new Float64Array(old.length * width);
  const best = new Float64Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const [a, b] = [before[i], after[j]];
      const common = a && b ? likenessOf(a, b) : 0;
      likeness[i * width + j] = common >= related ? common : 0;
      best[i * width + j] = Math.max(
        at(best, (i + 1) * width + j),
        at(best, i * width + j + 1),
        at(best, (i + 1) * width + j + 1) + at(likeness, i * width + j),
      );
    }
  }
  const pairs: BlockPair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const here = i * width + j;
    const isPair =
      i < old.length &&
      j < now.length &&
      at(likeness, here) > 0 &&
      at(best, here) === at(best, here + width + 1) + at(likeness, here);
    if (isPair) pairs.push({ old: i++, now: j++ });
    else if (i < old.length && (j >= now.length || at(best, here) === at(best, here + width))) pairs.push({ old: i++ });
    else pairs.push({ now: j++ });
  }
  return pairs;
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}

interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function wordCounts(text: string): Words {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

function likenessOf(a: Words, b: Words): number {
  if (a.total + b.total === 0) return 1;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.total + b.total);
}
