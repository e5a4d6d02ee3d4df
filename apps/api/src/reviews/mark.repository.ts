import type { CheckabilityReason } from '@belegg/domain';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';

/** What was last said about whether a sentence is checkable. */
export interface MarkRow {
  readonly id: string;
  readonly articleId: string;
  readonly sentence: number;
  readonly checkable: boolean;
  readonly reason: CheckabilityReason | null;
  readonly note: string;
  readonly authorId: string;
  /** The second person who agreed. */
  readonly confirmedById: string | null;
}

/** A text of an article, by the number of its revision. */
export interface TextKey {
  readonly articleId: string;
  readonly number: number;
}

/** The latest mark of each sentence of these texts. */
export function readMarks(tx: Tx, newsroomId: string, texts: readonly TextKey[]): Promise<MarkRow[]> {
  return tx.$queryRaw<MarkRow[]>(Prisma.sql`
    SELECT DISTINCT ON (m."articleId", m."sentence")
           m."id", m."articleId", m."sentence", m."checkable", m."reason", m."note", m."authorId", c."actorId" AS "confirmedById"
    FROM "CheckabilityMark" m
    JOIN unnest(${texts.map(({ articleId }) => articleId)}::uuid[], ${texts.map(({ number }) => number)}::int[]) AS t("articleId", "number")
      ON t."articleId" = m."articleId" AND t."number" = m."articleRevision"
    LEFT JOIN "CheckabilityConfirmation" c ON c."newsroomId" = m."newsroomId" AND c."markId" = m."id"
    WHERE m."newsroomId" = ${newsroomId}::uuid
    ORDER BY m."articleId", m."sentence", m."eventId" DESC, m."id" DESC`);
}
