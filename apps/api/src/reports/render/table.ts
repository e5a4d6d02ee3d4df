import type { Report } from '@belegg/contract';
import { wordsFor } from './words';

/** A report as rows, one a claim, for spreadsheets: the first row names the columns. */
export function tableOf(report: Report): (string | number)[][] {
  const words = wordsFor(report.article.language);
  const sources = new Map(report.sources.map(({ id, name }) => [id, name]));
  const header = words.columns;
  const rows = report.claims.map((claim) => [
    claim.number,
    words.verdicts[claim.verdict],
    words.statuses[claim.status],
    claim.exact,
    claim.rationale,
    claim.citations
      .map(({ sourceId, stance }) => `${sources.get(sourceId) ?? ''} (${words.stances[stance]})`)
      .join('; '),
    claim.citations.flatMap(({ url }) => url ?? []).join(' '),
    claim.supporting,
    claim.independent,
    claim.authors.map(({ name }) => name).join(', '),
    claim.approval?.by.name ?? '',
    claim.approval?.at ?? '',
    claim.range?.start ?? '',
    claim.range?.end ?? '',
    report.revision.number,
  ]);
  return [[...header], ...rows];
}
