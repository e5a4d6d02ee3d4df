import type { Stance, Verdict } from '@belegg/domain';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import { isCitedNow } from '../sources';

export interface SourceUseRow {
  readonly annotationId: string;
  readonly position: number;
  readonly articleId: string;
  readonly title: string;
  readonly exact: string;
  readonly verdict: Verdict;
  readonly stance: Stance;
}

/** Where a source is cited now, the newest annotation first. */
export function readSourceUses(
  tx: Tx,
  newsroomId: string,
  sourceId: string,
  after: readonly [string, number] | undefined,
  limit: number,
): Promise<SourceUseRow[]> {
  return tx.$queryRaw<SourceUseRow[]>(Prisma.sql`
    SELECT c."annotationId", c."position", r."articleId", a."title", r."exact", r."verdict", c."stance"
    FROM "Citation" c
    JOIN "AnnotationRevision" r ON r."newsroomId" = c."newsroomId" AND r."annotationId" = c."annotationId" AND r."number" = c."annotationRevision"
    JOIN "Article" a ON a."newsroomId" = r."newsroomId" AND a."id" = r."articleId"
    WHERE c."newsroomId" = ${newsroomId}::uuid AND c."sourceId" = ${sourceId}::uuid AND ${isCitedNow()}
      ${after ? Prisma.sql`AND (c."annotationId", c."position") < (${after[0]}::uuid, ${after[1]})` : Prisma.empty}
    ORDER BY c."annotationId" DESC, c."position" DESC LIMIT ${limit}`);
}
