/** A card and where it would like to stand. Lengths are CSS pixels in the column. */
export interface CardBox {
  readonly id: string;
  /** The top of its passage. */
  readonly anchor: number;
  readonly height: number;
}

/**
 * The top of each card, so that none lies on another and all are as near to their passages as that allows (least
 * squares, by pooling adjacent violators: Ayer et al. 1955). The one in focus stands at its passage, and the column
 * slides with it, also out of sight at the top; without one, none stands above the floor.
 * @param cards in the order of their passages
 */
export function layoutCards(
  cards: readonly CardBox[],
  gap: number,
  floor: number,
  focusId?: string,
): ReadonlyMap<string, number> {
  // Without the room of the cards before it, a card only has to stand no higher than the one before.
  let room = 0;
  const before = cards.map(({ height }) => {
    const taken = room;
    room += height + gap;
    return taken;
  });
  const wanted = cards.map(({ anchor }, i) => anchor - (before[i] ?? 0));
  const focus = cards.findIndex(({ id }) => id === focusId);
  const fixed = wanted[focus];
  const placed =
    fixed === undefined
      ? inOrder(wanted).map((top) => Math.max(top, floor))
      : [
          ...inOrder(wanted.slice(0, focus)).map((top) => Math.min(top, fixed)),
          fixed,
          ...inOrder(wanted.slice(focus + 1)).map((top) => Math.max(top, fixed)),
        ];
  return new Map(cards.map(({ id }, i) => [id, (placed[i] ?? 0) + (before[i] ?? 0)]));
}

/** The numbers nearest to these of which none is less than the one before. */
function inOrder(wanted: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of wanted) {
    let pool = { sum: value, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
