import { draft as keptDraft, etag, selector, type AnnotationView, type Person } from '@belegg/contract';
import { statuses, type Selector } from '@belegg/domain';
import * as z from 'zod';
import { statement, statementOf, type Statement } from './statement';

/** The state of a draft that the server has: what it says, and since when (by the server's clock). */
const kept = keptDraft.pick({ version: true, statement: true, updatedAt: true });
export type Kept = z.infer<typeof kept>;

/** What was typed and is in no revision yet. It outlives the page. */
export const draft = z.object({
  annotationId: z.string(),
  /**
   * What the latest revision said when typing began, with its number, status and ETag; an annotation that the server
   * has never seen has no ETag.
   */
  base: statement,
  revision: z.int().default(1),
  status: z.enum(statuses),
  etag: etag.optional(),
  typed: statement,
  kept: kept.optional(),
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
    revision: 1,
    typed,
    status: 'draft',
    creation: { selector: [position, quote], articleRevision },
    since: new Date().toISOString(),
  };
}

/** A draft for changes to an annotation as the server has it. @param keys those of its citations on this page, by id */
export function changeDraft(saved: AnnotationView, typed: Statement, keys?: ReadonlyMap<string, string>): Draft {
  return {
    annotationId: saved.id,
    base: statementOf(saved, keys),
    revision: saved.revision,
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
    conflicts: [],
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
