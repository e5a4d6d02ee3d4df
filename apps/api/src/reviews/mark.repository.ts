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
  readonly createdAt: Date;
  /** The second person who agreed, and when. */
  readonly confirmedById: string | null;
  readonly confirmedAt: Date | null;
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
           m."id", m."articleId", m."sentence", m."checkable", m."reason", m."note", m."authorId", m."createdAt",
           c."actorId" AS "confirmedById", c."createdAt" AS "confirmedAt"
    FROM "CheckabilityMark" m
    JOIN unnest(${texts.map(({ articleId }) => articleId)}::uuid[], ${texts.map(({ number }) => number)}::int[]) AS t("articleId", "number")
      ON t."articleId" = m."articleId" AND t."number" = m."articleRevision"
    LEFT JOIN "CheckabilityConfirmation" c ON c."newsroomId" = m."newsroomId" AND c."markId" = m."id"
    WHERE m."newsroomId" = ${newsroomId}::uuid
    ORDER BY m."articleId", m."sentence", m."eventId" DESC, m."id" DESC`);
}

export interface NewMark {
  readonly id: string;
  readonly sentence: number;
  readonly checkable: boolean;
  readonly reason: CheckabilityReason | null;
  readonly note: string;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly carriedFromId: string | null;
}

/** @param eventId the event that tells of these marks */
export async function insertMarks(tx: Tx, newsroomId: string, { articleId, number }: TextKey, eventId: bigint, marks: readonly NewMark[]): Promise<void> {
  await tx.checkabilityMark.createMany({ data: marks.map((mark) => ({ ...mark, newsroomId, articleId, articleRevision: number, eventId })) });
}

export interface NewConfirmation {
  readonly markId: string;
  readonly actorId: string;
  readonly createdAt: Date;
}

export async function insertConfirmations(tx: Tx, newsroomId: string, confirmations: readonly NewConfirmation[]): Promise<void> {
  await tx.checkabilityConfirmation.createMany({ data: confirmations.map((confirmation) => ({ ...confirmation, newsroomId })) });
}
