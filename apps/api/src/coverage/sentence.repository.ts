import type { Range } from '@belegg/domain';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import { readRows } from '../platform/database/statements';

/** An article's current text, and where its sentences are. */
export interface CurrentSentences {
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  readonly sentences: readonly Range[];
}

export function readCurrentSentences(
  tx: Tx,
  newsroomId: string,
  articleIds: readonly string[],
): Promise<CurrentSentences[]> {
  return readRows<CurrentSentences>(
    tx,
    Prisma.sql`
    SELECT t."articleId", t."number", t."text", coalesce((
      SELECT g."sentences" FROM "Segmentation" g
      WHERE g."newsroomId" = t."newsroomId" AND g."articleId" = t."articleId" AND g."articleRevision" = t."number" ORDER BY g."number" DESC LIMIT 1
    ), t."sentences") AS "sentences"
    FROM "ArticleRevision" t
    JOIN (
      SELECT "articleId", max("number") AS "number" FROM "ArticleRevision"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ANY(${[...articleIds]}::uuid[]) GROUP BY 1
    ) AS latest USING ("articleId", "number")
    WHERE t."newsroomId" = ${newsroomId}::uuid`,
  );
}
