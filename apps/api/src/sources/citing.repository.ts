import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** The articles with annotations that rest on a source, cited or repeated by one that is; by id. */
export async function readCitingArticles(tx: Tx, newsroomId: string, sourceId: string): Promise<string[]> {
  const rows = await readRows<{ articleId: string }>(
    tx,
    sql`SELECT DISTINCT h."articleId" FROM "HeadCitation" c
      JOIN "AnnotationHead" h ON h."newsroomId" = c."newsroomId" AND h."id" = c."annotationId"
      WHERE c."newsroomId" = ${newsroomId}::uuid AND c."sourceId" = ${sourceId}::uuid ORDER BY h."articleId"`,
  );
  return rows.map(({ articleId }) => articleId);
}

/** Locks articles, always in the same order, before the source that they rest on is locked. */
export async function lockArticles(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await readRows(
    tx,
    sql`SELECT a."id" FROM "Article" a WHERE a."newsroomId" = ${newsroomId}::uuid AND a."id" = ANY(${[...ids]}::uuid[])
      ORDER BY a."id" FOR NO KEY UPDATE`,
  );
}

/** Whether an annotation rests on it now. */
export async function isRestedOn(tx: Tx, newsroomId: string, sourceId: string): Promise<boolean> {
  const rows = await readRows(
    tx,
    sql`SELECT c."position" FROM "HeadCitation" c
      WHERE c."newsroomId" = ${newsroomId}::uuid AND c."sourceId" = ${sourceId}::uuid LIMIT 1`,
  );
  return rows.length > 0;
}
