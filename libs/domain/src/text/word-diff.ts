/** A stretch of two texts compared: in both, only in the earlier, or only in the later. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The most pairs of words that are compared; beyond, all between the common beginning and end counts as replaced. */
const mostPairs = 4_000_000;

/**
 * What was taken out and put in, word by word: a longest common subsequence. What is removed stands before what came
 * for it. Time and memory are the product of the lengths between the common beginning and end, at most four million.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const middle = compare(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return tidy([
    ...old.slice(0, head).map((text): DiffPart => ({ kind: 'same', text })),
    ...middle,
    ...old.slice(old.length - tail).map((text): DiffPart => ({ kind: 'same', text })),
  ]);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

function compare(old: readonly string[], now: readonly string[]): readonly DiffPart[] {
  if (old.length * now.length > mostPairs) {
    return [
      ...old.map((text): DiffPart => ({ kind: 'removed', text })),
      ...now.map((text): DiffPart => ({ kind: 'added', text })),
    ];
  }
  const common = commonLengths(old, now);
  const width = now.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  for (let a = old[i], b = now[j]; a !== undefined || b !== undefined; a = old[i], b = now[j]) {
    if (a !== undefined && a === b) {
      parts.push({ kind: 'same', text: a });
      [i, j] = [i + 1, j + 1];
    } else if (
      a !== undefined &&
      (b === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: a });
      i++;
    } else if (b !== undefined) {
      parts.push({ kind: 'added', text: b });
      j++;
    }
  }
  return parts;
}

/** For each pair of places, how many words the texts from there on have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        old[i] === now[j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

/**
 * Joins what belongs together: a lone space or comma between two changes is part of the change, or nobody could read
 * it.
 */
function tidy(parts: readonly DiffPart[]): readonly DiffPart[] {
  const tidied: DiffPart[] = [];
  let [removed, added, between] = ['', '', ''];
  const flush = (): void => {
    if (removed) tidied.push({ kind: 'removed', text: removed });
    if (added) tidied.push({ kind: 'added', text: added });
    if (between) tidied.push({ kind: 'same', text: between });
    [removed, added, between] = ['', '', ''];
  };
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      between += text;
    } else {
      if (/[\p{L}\p{N}]/u.test(between) || !(removed || added)) flush();
      removed += between + (kind === 'removed' ? text : '');
      added += between + (kind === 'added' ? text : '');
      between = '';
    }
  }
  flush();
  return tidied;
}
