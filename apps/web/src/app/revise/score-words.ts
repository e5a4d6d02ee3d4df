/** The key of the words for how like two passages are, by the score of the anchor (0 to 1). */
export function likenessKey(score = 0): 'likeness.almost' | 'likeness.rather' | 'likeness.little' {
  if (score >= 0.9) return 'likeness.almost';
  return score >= 0.7 ? 'likeness.rather' : 'likeness.little';
}
