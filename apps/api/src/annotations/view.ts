import type { AnnotationView, CitationView, StepView } from '@belegg/contract';
import type { Selector } from '@belegg/domain';
import type { People } from '../platform/people';
import type { AnnotationFacts } from './facts';
import type { StepRow } from './facts.repository';
import type { CitationRow, LastEventRow, QuoteRow, StatementRow } from './statement.repository';

export interface ViewParts {
  readonly facts: AnnotationFacts;
  readonly statement: StatementRow;
  /** The quote in the current text, where that is a later one than the statement was made on. */
  readonly anchored: QuoteRow | undefined;
  readonly citations: readonly CitationRow[];
  readonly lastEvent: LastEventRow | undefined;
  readonly people: People;
}

export function toAnnotationView({
  facts,
  statement,
  anchored,
  citations,
  lastEvent,
  people,
}: ViewParts): AnnotationView {
  const { id, articleId, revision, status, articleRevision, outcome, score, range } = facts;
  const quote = facts.madeOn === articleRevision ? statement : anchored;
  return {
    id,
    articleId,
    revision,
    status,
    verdict: statement.verdict,
    rationale: statement.rationale,
    selector: toSelector(range && quote ? { ...quote, ...range } : statement),
    articleRevision: range && quote ? articleRevision : facts.madeOn,
    anchor: { outcome, ...(score !== undefined && { score }) },
    citations: citations.map(toCitationView),
    authors: facts.authorIds.map(people),
    steps: facts.steps.map((step) => toStepView(step, people)),
    createdAt: (lastEvent?.first ?? statement.createdAt).toISOString(),
    updatedAt: (lastEvent?.last ?? statement.createdAt).toISOString(),
    etag: `"a${revision}.r${articleRevision}.e${lastEvent?.id ?? 0}"`,
  };
}

export function toSelector({
  start,
  end,
  exact,
  prefix,
  suffix,
}: QuoteRow & { start: number; end: number }): [Selector[0], Selector[1]] {
  return [
    { type: 'TextPositionSelector', start, end },
    { type: 'TextQuoteSelector', exact, prefix, suffix },
  ];
}

/** What is empty was not said. */
export function toCitationView(row: CitationRow): CitationView {
  return {
    id: row.id,
    sourceId: row.sourceId,
    stance: row.stance,
    ...(row.url !== '' && { url: row.url }),
    locator: row.locator,
    quote: row.quote,
    ...(row.quoteLanguage !== '' && { quoteLanguage: row.quoteLanguage }),
    translation: row.translation,
    ...(row.accessedAt && { accessedAt: row.accessedAt.toISOString().slice(0, 10) }),
    ...(row.evidenceSha256 !== null && { evidence: row.evidenceSha256 }),
    protected: row.protected,
  };
}

export function toStepView(
  { kind, annotationRevision, articleRevision, actorId, createdAt, comment }: StepRow,
  people: People,
): StepView {
  return { kind, annotationRevision, articleRevision, by: people(actorId), at: createdAt.toISOString(), comment };
}
