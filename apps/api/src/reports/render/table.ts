import type { Report } from '@belegg/contract';
import { newsroomZone } from '@belegg/domain';
import { clockTime } from './dates';
import { citedIn } from './cited';
import { wordsFor, type ReportWords } from './words';

/** A moment on the newsroom's clocks: "2024-12-01 16:20". */
export interface ClockTime {
  readonly clock: string;
}
export type Cell = string | number | ClockTime;

/** A report as rows, one a claim, for spreadsheets: the first row names the columns, and the zone of their moments. */
export function tableOf(report: Report): { readonly header: readonly string[]; readonly rows: readonly Cell[][] } {
  const words = wordsFor(report.article.language);
  const sourceOf = citedIn(report.sources);
  const header = words.columns.map((name, index) => (index === momentColumn ? `${name} (${newsroomZone})` : name));
  const rows = report.claims.map((claim): Cell[] => [
    claim.number,
    words.verdicts[claim.verdict],
    words.statuses[claim.status],
    claim.exact,
    claim.rationale,
    claim.citations
      .map((citation) => {
        const { name, repeats, isChanged } = sourceOf(citation);
        const details = [
          words.stances[citation.stance],
          repeats === undefined ? '' : `${words.repeats} ${repeats}`,
          isChanged ? words.sourceChanged : '',
        ];
        return `${name} (${details.filter((part) => part !== '').join(', ')})`;
      })
      .join('; '),
    claim.citations.flatMap(({ url }) => url ?? []).join(' '),
    claim.supporting,
    claim.independent,
    claim.authors.map(({ name }) => name).join(', '),
    claim.approval?.by.name ?? '',
    claim.approval ? { clock: clockTime(claim.approval.at) } : '',
    claim.range?.start ?? '',
    claim.range?.end ?? '',
    report.revision.number,
  ]);
  return { header, rows: [...rows, ...questionRows(report, words)] };
}

/** In a draft, a row for each annotation without a verdict: it has no number, since it is no claim. */
function questionRows({ questions = [], revision }: Report, words: ReportWords): Cell[][] {
  return questions.map(({ exact, rationale, authors, range }) => [
    '',
    words.verdicts.question,
    '',
    exact,
    rationale,
    '',
    '',
    0,
    0,
    authors.map(({ name }) => name).join(', '),
    '',
    '',
    range?.start ?? '',
    range?.end ?? '',
    revision.number,
  ]);
}

/** Where the moment of approval stands. */
const momentColumn = 11;
