import type { Report } from '@belegg/contract';
import type { ReportWords } from './words';

/** What has to be said of a claim beside verdict and sources, a line each: why it holds beside one that overlaps it. */
export function remarksOf(
  { annotationId }: Report['claims'][number],
  { claims, overlaps }: Report,
  words: ReportWords,
): string[] {
  return overlaps.flatMap(({ annotationIds, reason }) => {
    const other = annotationIds.find((id) => id !== annotationId);
    const claim = annotationIds.includes(annotationId) && claims.find((one) => one.annotationId === other);
    return claim ? [words.bothHold(claim.number, words.verdicts[claim.verdict].toLowerCase(), reason)] : [];
  });
}
