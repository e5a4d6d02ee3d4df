import type { Stance, Status, Verdict } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { empty, readRows, sql } from '../platform/database/statements';

export interface SourceUseRow {
  readonly annotationId: string;
  readonly position: number;
  readonly articleId: string;
  readonly title: string;
  readonly exact: string;
  readonly verdict: Verdict | null;
  readonly status: Status;
  readonly stance: Stance;
  readonly sourceChanged: boolean;
}

/** Where a source is cited now, the newest annotation first. */
export function readSourceUses(
  tx: Tx,
  newsroomId: string,
  sourceId: string,
  after: readonly [string, number] | undefined,
  limit: number,
): Promise<SourceUseRow[]> {
  return readRows<SourceUseRow>(
    tx,
    sql`SELECT c."annotationId", c."position", h."articleId", a."title", h."selector"->1->>'exact' AS "exact",
        h."verdict", h."status", c."stance", c."settledRevision" < s."revision" AS "sourceChanged"
      FROM "HeadCitation" c
      JOIN "AnnotationHead" h ON h."newsroomId" = c."newsroomId" AND h."id" = c."annotationId"
      JOIN "Article" a ON a."newsroomId" = h."newsroomId" AND a."id" = h."articleId"
      JOIN "Source" s ON s."newsroomId" = c."newsroomId" AND s."id" = c."sourceId"
      WHERE c."newsroomId" = ${newsroomId}::uuid AND c."sourceId" = ${sourceId}::uuid AND c."depth" = 0
        ${after ? sql`AND (c."annotationId", c."position") < (${after[0]}::uuid, ${after[1]}::int)` : empty}
      ORDER BY c."annotationId" DESC, c."position" DESC LIMIT ${limit}::int`,
  );
}
