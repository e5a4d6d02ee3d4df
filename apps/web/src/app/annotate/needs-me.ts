/**
 * The first sentence after `from`, going round the end of the article, that needs somebody; the one at `from` comes
 * last.
 */
export function nextNeeding(from: number, count: number, needs: (index: number) => boolean): number | undefined {
  for (let step = 1; step <= count; step++) {
    const index = (from + step) % count;
    if (needs(index)) return index;
  }
  return undefined;
}
