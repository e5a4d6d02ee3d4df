import type { AnnotationRevisionView } from '@belegg/contract';

export type ChangedField = 'verdict' | 'rationale' | 'citations' | 'passage';

/** What a revision changed in the one before it; nothing for the first. */
export function changedFields(
  before: AnnotationRevisionView | undefined,
  after: AnnotationRevisionView,
): ChangedField[] {
  if (!before) return [];
  const same: Readonly<Record<ChangedField, boolean>> = {
    verdict: before.verdict === after.verdict,
    rationale: before.rationale === after.rationale,
    citations: JSON.stringify(before.citations) === JSON.stringify(after.citations),
    passage: before.selector[1].exact === after.selector[1].exact && before.articleRevision === after.articleRevision,
  };
  return (Object.keys(same) as ChangedField[]).filter((field) => !same[field]);
}
