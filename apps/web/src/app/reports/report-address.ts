import { routes, urlOf, type CsvSeparator, type ReportFormat } from '@belegg/contract';
import type { Profile } from '@belegg/domain';

/** A report of which one can ask any format: a frozen one, or that of an article as things stand. */
export type ReportSubject = { readonly report: string } | { readonly articleDraft: string };

/**
 * Where a report is to be had in a format, for certain readers.
 * @param separator of CSV; else that of the article's language
 */
export function reportAddress(
  subject: ReportSubject,
  format: ReportFormat,
  profile: Profile,
  separator?: CsvSeparator,
): string {
  const query = { format, profile, separator };
  return 'report' in subject
    ? urlOf(routes.getReport, { params: { id: subject.report }, query })
    : urlOf(routes.draftReport, { params: { id: subject.articleDraft }, query });
}
