/** A card and where it would like to stand. Lengths are CSS pixels in the column. */
export interface CardBox {
  readonly id: string;
  /** The top of its passage. */
  readonly anchor: number;
  readonly height: number;
}

/**
 * The top of each card, so that none lies on another. The active one stands at its passage and the rest give way to it,
 * upwards and downwards; without one each stands at its passage or under the card before it. None stands above the floor.
 * @param cards in the order of their passages
 */
export function layoutCards(
  cards: readonly CardBox[],
  gap: number,
  floor: number,
  activeId?: string,
): ReadonlyMap<string, number> {
  const tops = cards.map(({ anchor }) => anchor);
  const active = cards.findIndex(({ id }) => id === activeId);
  for (let i = active - 1; i >= 0; i--) tops[i] = Math.min(at(tops, i), at(tops, i + 1) - gap - heightOf(cards, i));
  let free = floor;
  cards.forEach(({ height }, i) => {
    tops[i] = Math.max(at(tops, i), free);
    free = at(tops, i) + height + gap;
  });
  return new Map(cards.map(({ id }, i) => [id, at(tops, i)]));
}

function at(tops: readonly number[], i: number): number {
  return tops[i] ?? 0;
}

function heightOf(cards: readonly CardBox[], i: number): number {
  return cards[i]?.height ?? 0;
}
