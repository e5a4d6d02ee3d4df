import type { Verdict } from '../review/verdict';
import type { SourceKind } from './citation';
import { deriveIndependence, type CitedSource, type Likeness } from './independence';

/**
 * What a newsroom asks of a claim before it is submitted. `none`: nothing. `one`: a citation. `strong`: a citation, and
 * to confirm, two sources that do not go back to the same origin, or one document that supports it.
 */
export const sourceRules = ['none', 'one', 'strong'] as const;
export type SourceRule = (typeof sourceRules)[number];

/** What is missing by the rule: any citation, or one more independent source. */
export const sourceLacks = ['citation', 'independent'] as const;
export type SourceLack = (typeof sourceLacks)[number];

/** A source as it is cited, and of what kind it was when it was. */
export interface RuledCitation extends CitedSource {
  readonly kind: SourceKind;
}

/**
 * What a claim still lacks by the rule of its newsroom, if anything. Whoever has a reason may submit it without.
 * @param likeness as `deriveIndependence` takes it
 */
export function sourceLack(
  rule: SourceRule,
  verdict: Verdict,
  cited: readonly RuledCitation[],
  likeness?: Likeness,
): SourceLack | undefined {
  if (rule === 'none') return undefined;
  if (cited.length === 0) return 'citation';
  if (rule === 'one' || verdict !== 'confirmed') return undefined;
  const isDocumented = cited.some(({ kind, stance }) => stance === 'supports' && kind === 'document');
  return isDocumented || deriveIndependence(cited, likeness).independent >= 2 ? undefined : 'independent';
}
