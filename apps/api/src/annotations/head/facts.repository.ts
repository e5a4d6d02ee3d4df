import type { AnchorOutcome, StepKind } from '@belegg/domain';
import { Prisma } from '../../generated/prisma/client';
import type { Tx } from '../../platform/database/database';
import { readRows } from '../../platform/database/statements';
import { within, type Scope } from './scope';

/** The latest revision of an annotation, and where it stands in the current text of its article. */
export interface PlaceRow {
  readonly id: string;
  readonly articleId: string;
  /** The number of the latest annotation revision, and the article revision that it was made on. */
  readonly revision: number;
  readonly madeOn: number;
  /** The number of the article's current revision, or of the one that is asked about. */
  readonly current: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly outcome: AnchorOutcome;
  readonly score: number | null;
}

/**
 * Where each annotation's latest revision stands now. One that was made on an earlier text stands where its Anchor on
 * the current text says; without an Anchor it stands nowhere.
 */
export function readPlaces(tx: Tx, scope: Scope): Promise<PlaceRow[]> {
  return readRows<PlaceRow>(
    tx,
    Prisma.sql`
    WITH latest AS (
      SELECT DISTINCT ON (r."annotationId") r."annotationId", r."articleId", r."number", r."articleRevision", r."start", r."end"
      FROM "AnnotationRevision" r WHERE ${within(scope, 'r')}
      ORDER BY r."annotationId", r."number" DESC
    ), text AS (
      SELECT t."articleId", max(t."number") AS "number" FROM "ArticleRevision" t
      WHERE t."newsroomId" = ${scope.newsroomId}::uuid AND t."articleId" IN (SELECT "articleId" FROM latest)
        ${scope.asOf === undefined ? Prisma.empty : Prisma.sql`AND t."number" <= ${scope.asOf}::int`} GROUP BY 1
    )
    SELECT l."annotationId" AS "id", l."articleId", l."number" AS "revision", l."articleRevision" AS "madeOn", t."number" AS "current",
           CASE WHEN l."articleRevision" = t."number" THEN l."start" ELSE a."start" END AS "start",
           CASE WHEN l."articleRevision" = t."number" THEN l."end" ELSE a."end" END AS "end",
           CASE WHEN l."articleRevision" = t."number" THEN 'unchanged' ELSE coalesce(a."outcome", 'orphaned') END AS "outcome",
           a."score"
    FROM latest l
    JOIN text t USING ("articleId")
    LEFT JOIN "Anchor" a ON a."newsroomId" = ${scope.newsroomId}::uuid AND a."annotationId" = l."annotationId"
      AND a."annotationRevision" = l."number" AND a."articleRevision" = t."number"`,
  );
}

export interface StepRow {
  readonly annotationId: string;
  readonly kind: StepKind;
  readonly annotationRevision: number;
  readonly articleRevision: number;
  readonly comment: string;
  readonly actorId: string;
  readonly createdAt: Date;
  /** Why it was submitted without the sources that the newsroom asks for. */
  readonly withoutSources?: string;
  /** The event that tells of it. */
  readonly eventId: bigint;
}

/** An act of review on an annotation. */
export type StepFact = Omit<StepRow, 'annotationId'>;

/** The acts of review, in the order in which they happened. */
export async function readSteps(tx: Tx, scope: Scope): Promise<StepRow[]> {
  const rows = await readRows<StepRow & { readonly withoutSources: string }>(
    tx,
    Prisma.sql`
    SELECT s."annotationId", s."kind", s."annotationRevision", s."articleRevision", s."comment", s."actorId", s."createdAt", s."eventId",
           s."withoutSources"
    FROM "ReviewStep" s WHERE ${within(scope, 's')} ORDER BY s."eventId"`,
  );
  return rows.map(({ withoutSources, ...step }) => ({ ...step, ...(withoutSources !== '' && { withoutSources }) }));
}

export interface CarryRow {
  readonly annotationId: string;
  readonly annotationRevision: number;
  readonly articleRevision: number;
}

/** The article revisions onto which what was decided on the one before was carried. */
export function readCarries(tx: Tx, scope: Scope): Promise<CarryRow[]> {
  return readRows<CarryRow>(
    tx,
    Prisma.sql`
    SELECT c."annotationId", c."annotationRevision", c."articleRevision"
    FROM "Anchor" c WHERE ${within(scope, 'c')} AND c."carryRule" IS NOT NULL`,
  );
}

export interface AuthorRow {
  readonly annotationId: string;
  readonly authorId: string;
}

/** Whoever wrote any revision, once for each annotation, the first author first. */
export function readAuthors(tx: Tx, scope: Scope): Promise<AuthorRow[]> {
  return readRows<AuthorRow>(
    tx,
    Prisma.sql`
    SELECT r."annotationId", r."authorId" FROM "AnnotationRevision" r WHERE ${within(scope, 'r')}
    GROUP BY 1, 2 ORDER BY 1, min(r."number")`,
  );
}

export interface NoDifferenceRow {
  readonly annotationId: string;
  readonly sourceId: string;
  readonly sourceRevision: number;
}

/** For each annotation and source, the latest revision of which somebody said that it makes no difference. */
export function readNoDifferences(tx: Tx, scope: Scope): Promise<NoDifferenceRow[]> {
  return readRows<NoDifferenceRow>(
    tx,
    Prisma.sql`
    SELECT n."annotationId", n."sourceId", max(n."sourceRevision") AS "sourceRevision"
    FROM "NoDifference" n WHERE ${within(scope, 'n')} GROUP BY 1, 2`,
  );
}
