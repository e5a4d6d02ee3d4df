/**
 * The cards that are shown: those whose passages are near, and where these are few, those shown before that come next
 * to them in the text. A short text with tall cards ends far above its last cards, which must not vanish while somebody
 * scrolls to them.
 * @param all the keys of all cards, in the order of their passages
 * @param near the keys of those whose passages are near; where there are none, what was shown is left below
 * @param before the keys of those that were shown
 * @param fewest how many are shown at least, as far as there were so many before
 */
export function keptCards(
  all: readonly string[],
  near: ReadonlySet<string>,
  before: ReadonlySet<string>,
  fewest: number,
): Set<string> {
  const first = all.findIndex((key) => near.has(key));
  const last = all.findLastIndex((key) => near.has(key));
  const [from, to] = first < 0 ? [all.length, all.length] : [first, last];
  const distance = (i: number): number => Math.max(from - i, i - to, 0);
  const kept = all
    .map((key, i) => ({ key, i }))
    .filter(({ key }) => before.has(key) && !near.has(key))
    .sort((a, b) => distance(a.i) - distance(b.i))
    .slice(0, Math.max(0, fewest - near.size));
  return new Set([...near, ...kept.map(({ key }) => key)]);
}
