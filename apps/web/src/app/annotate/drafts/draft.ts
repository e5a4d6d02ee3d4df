import { etag, selector, type AnnotationView, type Person } from '@belegg/contract';
import { statuses, type Selector } from '@belegg/domain';
import * as z from 'zod';
import { statement, statementOf, type Statement } from './statement';

/** What was typed and is not yet known to be saved. It outlives the page. */
export const draft = z.object({
  annotationId: z.string(),
  /** What the server had when typing began, with its status and ETag; an annotation that the server has never seen has none. */
  base: statement,
  status: z.enum(statuses),
  etag: etag.optional(),
  typed: statement,
  /** Where a new annotation is to stand. */
  creation: z.object({ selector, articleRevision: z.int() }).optional(),
  since: z.iso.datetime(),
});
export type Draft = z.infer<typeof draft>;

const localId = /^new-/;

/** Whether the server has not yet given the annotation its id. */
export function isLocal(annotationId: string): boolean {
  return localId.test(annotationId);
}

/** A draft for an annotation that is to be made. */
export function creationDraft([position, quote]: Selector, articleRevision: number, typed: Statement): Draft {
  return {
    annotationId: `new-${crypto.randomUUID()}`,
    base: typed,
    typed,
    status: 'draft',
    creation: { selector: [position, quote], articleRevision },
    since: new Date().toISOString(),
  };
}

/** A draft for changes to an annotation as the server has it. */
export function changeDraft(saved: AnnotationView, typed: Statement): Draft {
  return {
    annotationId: saved.id,
    base: statementOf(saved),
    status: saved.status,
    etag: saved.etag,
    typed,
    since: new Date().toISOString(),
  };
}

/** How a new annotation is shown until the server has answered. */
export function provisional(
  { annotationId, typed, creation, since }: Draft,
  articleId: string,
  me: Person,
): AnnotationView | undefined {
  if (!creation) return undefined;
  return {
    id: annotationId,
    articleId,
    revision: 1,
    status: 'draft',
    verdict: typed.verdict,
    rationale: typed.rationale,
    selector: creation.selector,
    articleRevision: creation.articleRevision,
    anchor: { outcome: 'unchanged' },
    citations: [],
    authors: [me],
    steps: [],
    createdAt: since,
    updatedAt: since,
    etag: '""',
  };
}

/** By how much the clocks of page and server may differ. */
const clockTolerance = 60_000;

/** The annotation that a creation made although its answer was lost: mine alone, on the same passage, made since. */
export function madeBy(
  { creation, base, since }: Draft,
  annotations: readonly AnnotationView[],
  me: Person,
): AnnotationView | undefined {
  const [position] = creation?.selector ?? [];
  return annotations.find(
    ({ id, selector: [where], verdict, authors, createdAt }) =>
      !isLocal(id) &&
      where.start === position?.start &&
      where.end === position.end &&
      verdict === base.verdict &&
      authors.length === 1 &&
      authors[0]?.id === me.id &&
      Date.parse(createdAt) >= Date.parse(since) - clockTolerance,
  );
}
