import type { BlockKind } from './block';
import { isCrossReference } from './cross-reference';

/** Why a sentence holds nothing to check; `other` needs a text. */
export const checkabilityReasons = ['opinion', 'forecast', 'norm', 'boilerplate', 'heading', 'other'] as const;
export type CheckabilityReason = (typeof checkabilityReasons)[number];

/**
 * A first guess at why a sentence may hold nothing to check, for a person to confirm; undefined means: to be checked.
 */
export function suggestNotCheckable(sentence: string, block: BlockKind): CheckabilityReason | undefined {
  if (isCrossReference(sentence)) return 'boilerplate';
  return block === 'heading' ? 'heading' : undefined;
}
