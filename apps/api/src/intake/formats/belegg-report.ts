import { report, type Report } from '@belegg/contract';
import { check, CodePointText, isCanonical, type Range } from '@belegg/domain';
import type { Draft, DraftCitation, FoundText } from '../found';
import { brokenFile } from '../refusals';

/**
 * Belegg's own report as an article anew: text, blocks, marks, and each claim that stands in it as a draft with its
 * citations. What a draft cannot hold (who approved, steps of review, evidence, ids) stays behind.
 * @throws ProblemError `broken-file` when it is no whole report, or its parts do not fit each other
 */
export function readReport(json: unknown): FoundText {
  const { data } = report.safeParse(json);
  if (!data) throw brokenFile();
  const {
    article,
    revision: { text, blocks, marks },
    claims,
  } = data;
  const { length } = new CodePointText(text);
  const inOrder = blocks.every(
    ({ start, end }, index) => start < end && start >= (blocks[index - 1]?.end ?? 0) && end <= length,
  );
  const marksFit = marks.every(
    ({ start, end, kind, href }) =>
      start < end && end <= length && (kind === 'link' ? /^(?:https?|mailto):/i.test(href ?? '') : href === undefined),
  );
  if (!isCanonical(text) || !inOrder || !marksFit) throw brokenFile();
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const placed = claims.map((claim) => ({ claim, range: placeOf(text, claim) }));
  return {
    text: { text, blocks, marks, dropped: [] },
    title: article.title,
    author: article.author,
    date: article.date,
    language: article.language,
    drafts: placed.flatMap(({ claim, range }): Draft[] =>
      range
        ? [
            {
              range,
              verdict: claim.verdict,
              rationale: claim.rationale,
              citations: claim.citations.flatMap((citation) => citationOf(citation, sources.get(citation.sourceId))),
            },
          ]
        : [],
    ),
    notFound: placed.flatMap(({ claim, range }) => (range ? [] : [{ exact: claim.exact }])),
  };
}

function placeOf(text: string, { range, exact, prefix, suffix }: Report['claims'][number]): Range | undefined {
  return range &&
    check(text, [
      { type: 'TextPositionSelector', ...range },
      { type: 'TextQuoteSelector', exact, prefix, suffix },
    ]) === undefined
    ? range
    : undefined;
}

function citationOf(
  citation: Report['claims'][number]['citations'][number],
  source: Report['sources'][number] | undefined,
): DraftCitation[] {
  return source ? [{ ...citation, source }] : [];
}
