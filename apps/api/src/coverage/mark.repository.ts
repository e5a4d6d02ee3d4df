import { sentenceId, type CheckabilityReason, type NotCheckableStretch, type Range } from '@belegg/domain';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import { readRows } from '../platform/database/statements';

/** What was said about whether the sentence at a range is checkable. */
export interface StoredMark extends Range {
  readonly id: string;
  readonly articleId: string;
  readonly checkable: boolean;
  readonly reason: CheckabilityReason | null;
  readonly note: string;
  /** The stretches of it that are meant, where that is not all of the sentence. */
  readonly rest: readonly Range[] | null;
  readonly authorId: string;
  readonly createdAt: Date;
  /** The second person who agreed, and when. */
  readonly confirmedById: string | null;
  readonly confirmedAt: Date | null;
  /** The event that told of it. */
  readonly eventId: bigint;
  /** The mark that this one took back, so that nothing is said. */
  readonly undoesId: string | null;
}

/** What was last said of a sentence, by its index. */
export type MarkRow = StoredMark & { readonly sentence: number };

/** A text of an article, by the number of its revision. */
export interface TextKey {
  readonly articleId: string;
  readonly number: number;
}

/** Such a text with its sentences as they are now. */
export type CutTextKey = TextKey & { readonly sentences: readonly Range[] };

/**
 * The latest mark of each sentence of these texts. A mark is of words: while its sentence is split or joined it counts
 * for nothing, and it counts again once the sentence is whole again.
 */
export async function readMarks(tx: Tx, newsroomId: string, texts: readonly CutTextKey[]): Promise<MarkRow[]> {
  const rows = Map.groupBy(await readAll(tx, newsroomId, texts), ({ articleId }) => articleId);
  return texts.flatMap(({ articleId, sentences }) => {
    const marks = new Map((rows.get(articleId) ?? []).map((mark) => [sentenceId(mark), mark]));
    return sentences.flatMap((range, sentence) => {
      const mark = marks.get(sentenceId(range));
      return mark?.undoesId === null ? [{ ...mark, sentence }] : [];
    });
  });
}

/**
 * Marks of the current texts of a newsroom that call a sentence not checkable and that nobody has confirmed, the oldest
 * first; ids sort by the time they were made. Of a sentence that was split or joined since, too.
 */
export function readUnconfirmed(
  tx: Tx,
  newsroomId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<StoredMark[]> {
  return readRows<StoredMark>(
    tx,
    Prisma.sql`
    SELECT ${columns}
    FROM "CheckabilityMark" m
    JOIN "Article" a ON a."newsroomId" = m."newsroomId" AND a."id" = m."articleId" AND a."revision" = m."articleRevision"
    ${confirmed}
    WHERE m."newsroomId" = ${newsroomId}::uuid AND NOT m."checkable" AND m."undoesId" IS NULL AND c."markId" IS NULL
      ${after === undefined ? Prisma.empty : Prisma.sql`AND m."id" > ${after}::uuid`}
      AND NOT EXISTS (
        SELECT FROM "CheckabilityMark" l
        WHERE l."newsroomId" = m."newsroomId" AND l."articleId" = m."articleId"
          AND l."articleRevision" = m."articleRevision" AND l."start" = m."start" AND l."end" = m."end"
          AND (l."eventId", l."id") > (m."eventId", m."id")
      )
    ORDER BY m."id" LIMIT ${limit}::int`,
  );
}

/** What stood of a sentence before an event: the latest mark before it, if that said anything. */
export async function readMarkBefore(
  tx: Tx,
  newsroomId: string,
  text: TextKey,
  range: Range,
  eventId: bigint,
): Promise<StoredMark | undefined> {
  const [mark] = await readRows<StoredMark>(
    tx,
    Prisma.sql`${select}
    WHERE m."newsroomId" = ${newsroomId}::uuid AND m."articleId" = ${text.articleId}::uuid AND m."articleRevision" = ${text.number}::int
      AND m."start" = ${range.start}::int AND m."end" = ${range.end}::int AND m."eventId" < ${eventId}
    ORDER BY m."eventId" DESC, m."id" DESC LIMIT 1`,
  );
  return mark?.undoesId === null ? mark : undefined;
}

const columns = Prisma.sql`m."id", m."articleId", m."start", m."end", m."checkable", m."reason", m."note", m."rest", m."authorId", m."createdAt",
  m."eventId", m."undoesId", c."actorId" AS "confirmedById", c."createdAt" AS "confirmedAt"`;
const confirmed = Prisma.sql`LEFT JOIN "CheckabilityConfirmation" c ON c."newsroomId" = m."newsroomId" AND c."markId" = m."id"`;
const select = Prisma.sql`SELECT ${columns} FROM "CheckabilityMark" m ${confirmed}`;

function readAll(tx: Tx, newsroomId: string, texts: readonly TextKey[]): Promise<StoredMark[]> {
  return readRows<StoredMark>(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (m."articleId", m."start", m."end") ${columns}
    FROM "CheckabilityMark" m
    JOIN unnest(${texts.map(({ articleId }) => articleId)}::uuid[], ${texts.map(({ number }) => number)}::int[]) AS t("articleId", "number")
      ON t."articleId" = m."articleId" AND t."number" = m."articleRevision"
    ${confirmed}
    WHERE m."newsroomId" = ${newsroomId}::uuid
    ORDER BY m."articleId", m."start", m."end", m."eventId" DESC, m."id" DESC`,
  );
}

export interface NewMark extends Range {
  readonly id: string;
  readonly checkable: boolean;
  readonly reason: CheckabilityReason | null;
  readonly note: string;
  readonly rest: readonly Range[] | null;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly carriedFromId?: string;
  readonly undoesId?: string;
}

/** @param eventId the event that tells of these marks */
export async function insertMarks(
  tx: Tx,
  newsroomId: string,
  { articleId, number }: TextKey,
  eventId: bigint,
  marks: readonly NewMark[],
): Promise<void> {
  await tx.checkabilityMark.createMany({
    data: marks.map(({ rest, ...mark }) => ({
      ...mark,
      ...(rest && { rest: rest.map(({ start, end }) => ({ start, end })) }),
      newsroomId,
      articleId,
      articleRevision: number,
      eventId,
    })),
  });
}

export interface NewConfirmation {
  readonly markId: string;
  readonly actorId: string;
  readonly createdAt: Date;
}

export async function insertConfirmations(
  tx: Tx,
  newsroomId: string,
  confirmations: readonly NewConfirmation[],
): Promise<void> {
  await tx.checkabilityConfirmation.createMany({
    data: confirmations.map((confirmation) => ({ ...confirmation, newsroomId })),
  });
}

/** A strong ETag: each thing that is said of a sentence is a mark of its own. */
export const markEtag = ({ id }: Pick<StoredMark, 'id'>): string => `"k${id}"`;

/** The stretches that marks call not checkable, as coverage takes them. */
export function notCheckable(marks: readonly StoredMark[]): NotCheckableStretch[] {
  return marks
    .filter(({ checkable }) => !checkable)
    .flatMap(({ start, end, rest, confirmedById }) =>
      (rest ?? [{ start, end }]).map((range) => ({ range, confirmed: confirmedById !== null })),
    );
}
