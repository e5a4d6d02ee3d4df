import type { Report } from '@belegg/contract';
import type { ReportWords } from './words';

/** What has to be said of a claim beside verdict and sources, a line each: why it goes without the sources that
 * the newsroom asks for, and why it holds beside one that overlaps it. */
export function remarksOf(
  { annotationId, withoutSources }: Report['claims'][number],
  { claims, overlaps }: Report,
  words: ReportWords,
): string[] {
  const unsourced = withoutSources === undefined ? [] : [words.withoutSources(withoutSources)];
  const beside = overlaps.flatMap(({ annotationIds, reason }) => {
    const other = annotationIds.find((id) => id !== annotationId);
    const claim = annotationIds.includes(annotationId) && claims.find((one) => one.annotationId === other);
    return claim ? [words.bothHold(claim.number, words.verdicts[claim.verdict].toLowerCase(), reason)] : [];
  });
  return [...unsourced, ...beside];
}
