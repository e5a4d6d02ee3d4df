import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';

/** A mark of the text before, and the sentence of the new text for which it holds. */
export interface CarriedMark {
  readonly markId: string;
  readonly sentence: number;
}

export interface MarkedText {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly articleRevision: number;
  /** The event that tells of the new text. */
  readonly eventId: bigint;
}

/** Repeats marks on a new text, with whoever made and confirmed them and when, in two statements. The article is locked. */
export async function insertCarriedMarks(tx: Tx, { newsroomId, articleId, articleRevision, eventId }: MarkedText, marks: readonly CarriedMark[]): Promise<void> {
  if (marks.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "CheckabilityMark" ("newsroomId", "id", "articleId", "articleRevision", "sentence", "checkable", "reason", "note", "authorId", "createdAt",
                                    "eventId", "carriedFromId")
    SELECT m."newsroomId", c."id", m."articleId", ${articleRevision}::int, c."sentence", m."checkable", m."reason", m."note", m."authorId", m."createdAt",
           ${eventId}, m."id"
    FROM unnest(${marks.map(() => newId())}::uuid[], ${marks.map(({ markId }) => markId)}::uuid[], ${marks.map(({ sentence }) => sentence)}::int[])
      AS c("id", "markId", "sentence")
    JOIN "CheckabilityMark" m ON m."newsroomId" = ${newsroomId}::uuid AND m."id" = c."markId" AND m."articleId" = ${articleId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "CheckabilityConfirmation" ("newsroomId", "markId", "actorId", "createdAt")
    SELECT m."newsroomId", m."id", c."actorId", c."createdAt"
    FROM "CheckabilityMark" m
    JOIN "CheckabilityConfirmation" c ON c."newsroomId" = m."newsroomId" AND c."markId" = m."carriedFromId"
    WHERE m."newsroomId" = ${newsroomId}::uuid AND m."articleId" = ${articleId}::uuid AND m."articleRevision" = ${articleRevision} AND m."eventId" = ${eventId}`;
}
