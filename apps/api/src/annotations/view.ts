import type { AnnotationView, StepView } from '@belegg/contract';
import type { People } from '../platform/people';
import type { Conflicts } from './conflicts';
import type { CitedSources } from '../sources';
import { refsOf, toCitationView } from './cited';
import { etagOf, type AnnotationHead } from './head/annotation-head';
import type { StepFact } from './head/facts.repository';

/** What a view of annotations needs beside their heads. */
export interface Beside {
  readonly people: People;
  readonly sources: CitedSources;
  readonly conflicts: Conflicts;
}

export function toAnnotationView(head: AnnotationHead, { people, sources, conflicts }: Beside): AnnotationView {
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
    citations: head.citations.map((citation) => toCitationView(citation, sources, head.noDifference)),
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

/** Every revision of a source that a view of these names. */
export const sourcesIn = (heads: readonly Pick<AnnotationHead, 'citations'>[]) =>
  heads.flatMap(({ citations }) => citations.flatMap(refsOf));

export function toStepView(
  { kind, annotationRevision, articleRevision, actorId, createdAt, comment, withoutSources }: StepFact,
  people: People,
): StepView {
  return {
    kind,
    annotationRevision,
    articleRevision,
    by: people(actorId),
    at: createdAt.toISOString(),
    comment,
    ...(withoutSources !== undefined && { withoutSources }),
  };
}
