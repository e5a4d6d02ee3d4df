import type { DraftStatement } from '@belegg/contract';
import type { Tx } from '../../platform/database/database';
import { empty, execute, readRows, sql } from '../../platform/database/statements';

/** What one author is typing on an annotation. */
export interface DraftRow {
  readonly annotationId: string;
  readonly authorId: string;
  readonly annotationRevision: number;
  readonly version: string;
  readonly statement: DraftStatement;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly awaitedSince: Date | null;
}

/** Whose draft on what. */
export interface DraftKey {
  readonly newsroomId: string;
  readonly annotationId: string;
  readonly authorId: string;
}

export interface NewDraft extends DraftKey {
  readonly annotationRevision: number;
  readonly version: string;
  readonly replaces: string | undefined;
  readonly statement: DraftStatement;
  readonly at: Date;
}

const columns = sql`"annotationId", "authorId", "annotationRevision", "version", "statement", "createdAt", "updatedAt",
  "awaitedSince"`;

/**
 * Keeps a draft, in one statement. Undefined where it replaces another state than the one that is there, or where the
 * annotation is retired.
 */
export async function keepDraft(tx: Tx, draft: NewDraft): Promise<DraftRow | undefined> {
  const { newsroomId, annotationId, authorId, annotationRevision, version, replaces = null, statement, at } = draft;
  const [row] = await readRows<DraftRow>(
    tx,
    sql`INSERT INTO "Draft" AS kept ("newsroomId", "annotationId", "authorId", "articleId", "annotationRevision",
        "version", "statement", "createdAt", "updatedAt")
      SELECT h."newsroomId", h."id", ${authorId}::uuid, h."articleId", ${annotationRevision}::int, ${version}::uuid,
        ${JSON.stringify(statement)}::jsonb, ${at}::timestamptz, ${at}::timestamptz
      FROM "AnnotationHead" h
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."id" = ${annotationId}::uuid AND h."status" <> 'retired'
      ON CONFLICT ("newsroomId", "annotationId", "authorId") DO UPDATE
        SET "annotationRevision" = excluded."annotationRevision", "version" = excluded."version",
          "statement" = excluded."statement", "updatedAt" = excluded."updatedAt"
        WHERE kept."version" = ${replaces}::uuid
      RETURNING ${columns}`,
  );
  return row;
}

/** A named state of a draft, or whichever there is. @returns whether there was one */
export async function deleteDraft(
  tx: Tx,
  { newsroomId, annotationId, authorId }: DraftKey,
  version: string | undefined,
): Promise<boolean> {
  const only = version === undefined ? empty : sql`AND "version" = ${version}::uuid`;
  const deleted = await execute(
    tx,
    sql`DELETE FROM "Draft" WHERE "newsroomId" = ${newsroomId}::uuid AND "annotationId" = ${annotationId}::uuid
      AND "authorId" = ${authorId}::uuid ${only}`,
  );
  return deleted > 0;
}

/** All drafts on an annotation, or on the annotations of an article that are not retired; the oldest first. */
export function readDrafts(
  tx: Tx,
  newsroomId: string,
  on: { readonly annotationId: string } | { readonly articleId: string },
): Promise<DraftRow[]> {
  const where =
    'annotationId' in on
      ? sql`"annotationId" = ${on.annotationId}::uuid`
      : sql`"articleId" = ${on.articleId}::uuid AND EXISTS (
          SELECT FROM "AnnotationHead" h WHERE h."newsroomId" = "Draft"."newsroomId" AND h."id" = "Draft"."annotationId"
            AND h."status" <> 'retired')`;
  return readRows<DraftRow>(
    tx,
    sql`SELECT ${columns} FROM "Draft" WHERE "newsroomId" = ${newsroomId}::uuid AND ${where}
      ORDER BY "createdAt", "annotationId", "authorId"`,
  );
}

/** Notes on the drafts of all others that somebody waits to see them; the first one who came counts. */
export async function awaitDrafts(
  tx: Tx,
  { newsroomId, annotationId, authorId }: DraftKey,
  at: Date,
): Promise<DraftRow[]> {
  return readRows<DraftRow>(
    tx,
    sql`UPDATE "Draft" SET "awaitedSince" = coalesce("awaitedSince", ${at}::timestamptz)
      WHERE "newsroomId" = ${newsroomId}::uuid AND "annotationId" = ${annotationId}::uuid
        AND "authorId" <> ${authorId}::uuid
      RETURNING ${columns}`,
  );
}
