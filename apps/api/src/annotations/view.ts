import type { AnnotationView, CitationView, StepView } from '@belegg/contract';
import type { People } from '../platform/people';
import type { Conflicts } from './conflicts';
import { etagOf, type AnnotationHead } from './head/annotation-head';
import type { StepFact } from './head/facts.repository';
import type { CitationRow } from './head/statement.repository';

export function toAnnotationView(head: AnnotationHead, people: People, conflicts: Conflicts): AnnotationView {
  const { id, articleId, revision, status, verdict, rationale, selector, articleRevision, anchor } = head;
  return {
    id,
    articleId,
    revision,
    status,
    verdict,
    rationale,
    selector,
    articleRevision,
    anchor,
    citations: [...head.citations],
    authors: head.authorIds.map(people),
    steps: head.steps.map((step) => toStepView(step, people)),
    conflicts: conflicts(head.id),
    createdAt: head.createdAt.toISOString(),
    updatedAt: head.updatedAt.toISOString(),
    etag: etagOf(head),
  };
}

/** Everybody whom a view of these names. */
export const namedIn = (heads: readonly AnnotationHead[]): Set<string> =>
  new Set(heads.flatMap(({ authorIds, steps }) => [...authorIds, ...steps.map(({ actorId }) => actorId)]));

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
  { kind, annotationRevision, articleRevision, actorId, createdAt, comment }: StepFact,
  people: People,
): StepView {
  return { kind, annotationRevision, articleRevision, by: people(actorId), at: createdAt.toISOString(), comment };
}
