/** From this score on (0 to 1), words are nearly the same. */
const near = 0.9;

export const isNearMatch = (score = 0): boolean => score >= near;

/** The key of the words for how like two passages are, by the score of the anchor (0 to 1). */
export function likenessKey(score = 0): 'likeness.almost' | 'likeness.rather' | 'likeness.little' {
  if (isNearMatch(score)) return 'likeness.almost';
  return score >= 0.7 ? 'likeness.rather' : 'likeness.little';
}
