import type { AnchorOutcome } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { empty, execute, readRows, sql, type Sql } from '../platform/database/statements';

/** A passage of one text, as it is stored. */
export interface StoredPassage {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A thread with where it stands in the current text, whether it is settled, and how far somebody has read. */
export interface ThreadRow {
  readonly id: string;
  readonly articleId: string;
  readonly annotationId: string | null;
  readonly articleRevision: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly askedId: string | null;
  readonly createdAt: Date;
  /** Of a thread whose text was followed by another one: what became of its passage in the latest. */
  readonly anchor:
    | ({ readonly outcome: AnchorOutcome; readonly score: number | null } & (StoredPassage | { readonly start: null }))
    | null;
  /** The last time that it was resolved or reopened. */
  readonly step: {
    readonly kind: 'resolved' | 'reopened';
    readonly actorId: string;
    readonly createdAt: string;
  } | null;
  readonly readUpTo: number;
}

/** The latest state of a comment. */
export interface CommentRow {
  readonly threadId: string;
  readonly number: number;
  readonly revision: number;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly authorId: string;
  readonly writtenBy: string | null;
  readonly writtenAt: Date | null;
  /** When it was first said, and when this state of it was. */
  readonly saidAt: Date;
  readonly createdAt: Date;
}

export type ThreadScope = {
  readonly newsroomId: string;
  readonly after?: string | undefined;
  readonly limit: number;
} & ({ readonly ids: readonly string[] } | { readonly annotationId: string } | { readonly articleId: string });

function condition(scope: ThreadScope): Sql {
  if ('ids' in scope) return sql`t."id" = ANY(${[...scope.ids]}::uuid[])`;
  return 'annotationId' in scope
    ? sql`t."annotationId" = ${scope.annotationId}::uuid`
    : sql`t."articleId" = ${scope.articleId}::uuid`;
}

/** The oldest first; ids sort by the time they were made. @param readerId of whom it is told how far they have read */
export function readThreads(tx: Tx, scope: ThreadScope, readerId: string): Promise<ThreadRow[]> {
  return readRows<ThreadRow>(
    tx,
    sql`SELECT t."id", t."articleId", t."annotationId", t."articleRevision", t."start", t."end", t."exact", t."prefix",
        t."suffix", t."askedId", t."createdAt", to_jsonb(a) AS "anchor", to_jsonb(s) AS "step",
        coalesce(r."upTo", 0) AS "readUpTo"
      FROM "Thread" t
      LEFT JOIN LATERAL (
        SELECT n."outcome", n."score", n."start", n."end", n."exact", n."prefix", n."suffix" FROM "ThreadAnchor" n
        WHERE n."newsroomId" = t."newsroomId" AND n."threadId" = t."id" ORDER BY n."articleRevision" DESC LIMIT 1
      ) a ON true
      LEFT JOIN LATERAL (
        SELECT p."kind", p."actorId", p."createdAt" FROM "ThreadStep" p
        WHERE p."newsroomId" = t."newsroomId" AND p."threadId" = t."id" ORDER BY p."number" DESC LIMIT 1
      ) s ON true
      LEFT JOIN "ThreadReading" r
        ON r."newsroomId" = t."newsroomId" AND r."threadId" = t."id" AND r."accountId" = ${readerId}::uuid
      WHERE t."newsroomId" = ${scope.newsroomId}::uuid AND ${condition(scope)}
        ${scope.after === undefined ? empty : sql`AND t."id" > ${scope.after}::uuid`}
      ORDER BY t."id" LIMIT ${scope.limit}::int`,
  );
}

export async function readComments(tx: Tx, newsroomId: string, threadIds: readonly string[]): Promise<CommentRow[]> {
  if (threadIds.length === 0) return [];
  return readRows<CommentRow>(
    tx,
    sql`SELECT DISTINCT ON (c."threadId", c."number") c."threadId", c."number", c."revision", c."text", c."mentions",
        c."authorId", c."writtenBy", c."writtenAt", c."createdAt",
        min(c."createdAt") OVER (PARTITION BY c."threadId", c."number") AS "saidAt"
      FROM "ThreadComment" c
      WHERE c."newsroomId" = ${newsroomId}::uuid AND c."threadId" = ANY(${[...threadIds]}::uuid[])
      ORDER BY c."threadId", c."number", c."revision" DESC`,
  );
}

/** All that the comments of an article's conversations ever said, under which name, and when. */
export interface SaidRow {
  readonly threadId: string;
  readonly annotationId: string | null;
  readonly number: number;
  readonly text: string;
  /** The name of the member, or of whom a file names. */
  readonly author: string;
  readonly at: Date | null;
  /** The words that the thread was begun on. */
  readonly exact: string | null;
  /** Whether it was ever resolved or reopened. */
  readonly isSettled: boolean;
}

/** In the order of threads and numbers. */
export function readSaid(tx: Tx, newsroomId: string, articleId: string): Promise<SaidRow[]> {
  return readRows<SaidRow>(
    tx,
    sql`SELECT c."threadId", t."annotationId", c."number", c."text", coalesce(c."writtenBy", p."name") AS "author",
        CASE WHEN c."writtenBy" IS NULL THEN min(c."createdAt") OVER (PARTITION BY c."threadId", c."number")
          ELSE c."writtenAt" END AS "at",
        t."exact",
        EXISTS (SELECT FROM "ThreadStep" s WHERE s."newsroomId" = t."newsroomId" AND s."threadId" = t."id") AS "isSettled"
      FROM "Thread" t
      JOIN "ThreadComment" c ON c."newsroomId" = t."newsroomId" AND c."threadId" = t."id"
      JOIN "Account" p ON p."id" = c."authorId"
      WHERE t."newsroomId" = ${newsroomId}::uuid AND t."articleId" = ${articleId}::uuid
      ORDER BY c."threadId", c."number", c."revision"`,
  );
}

/** The claims of an article, retired ones too, with the words that they stand on. */
export function readClaims(
  tx: Tx,
  newsroomId: string,
  articleId: string,
): Promise<{ readonly id: string; readonly exact: string }[]> {
  return readRows(
    tx,
    sql`SELECT h."id", h."selector"->1->>'exact' AS "exact" FROM "AnnotationHead" h
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."articleId" = ${articleId}::uuid ORDER BY h."id"`,
  );
}

/** All that one comment said, the latest first. */
export function readStates(
  tx: Tx,
  newsroomId: string,
  threadId: string,
  number: number,
): Promise<{ revision: number; text: string; createdAt: Date }[]> {
  return readRows(
    tx,
    sql`SELECT c."revision", c."text", c."createdAt" FROM "ThreadComment" c
      WHERE c."newsroomId" = ${newsroomId}::uuid AND c."threadId" = ${threadId}::uuid AND c."number" = ${number}::int
      ORDER BY c."revision" DESC`,
  );
}

export interface NewThreadRow {
  readonly id: string;
  readonly articleId: string;
  readonly annotationId?: string | undefined;
  readonly articleRevision: number;
  readonly passage?: StoredPassage | { readonly exact: string } | undefined;
  readonly askedId?: string | undefined;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** Appends threads in one statement, however many they are. The article is locked. */
export async function insertThreads(tx: Tx, newsroomId: string, threads: readonly NewThreadRow[]): Promise<void> {
  if (threads.length === 0) return;
  const rows = threads.map(({ passage, ...thread }) => ({ ...thread, ...passage }));
  await execute(
    tx,
    sql`INSERT INTO "Thread" ("newsroomId", "id", "articleId", "annotationId", "articleRevision", "start", "end", "exact",
        "prefix", "suffix", "askedId", "createdById", "createdAt")
      SELECT ${newsroomId}::uuid, r."id", r."articleId", r."annotationId", r."articleRevision", r."start", r."end",
        r."exact", r."prefix", r."suffix", r."askedId", r."createdById", r."createdAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "articleId" uuid, "annotationId" uuid,
        "articleRevision" int, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text, "askedId" uuid,
        "createdById" uuid, "createdAt" timestamptz)`,
  );
}

export type NewCommentRow = Omit<CommentRow, 'saidAt'>;

/** Appends comments, or new states of them, in one statement. The article is locked. */
export async function insertComments(tx: Tx, newsroomId: string, comments: readonly NewCommentRow[]): Promise<void> {
  if (comments.length === 0) return;
  await execute(
    tx,
    sql`INSERT INTO "ThreadComment" ("newsroomId", "threadId", "number", "revision", "text", "mentions", "authorId",
        "writtenBy", "writtenAt", "createdAt")
      SELECT ${newsroomId}::uuid, r."threadId", r."number", r."revision", r."text", r."mentions", r."authorId",
        r."writtenBy", r."writtenAt", r."createdAt"
      FROM jsonb_to_recordset(${JSON.stringify(comments)}::jsonb) AS r("threadId" uuid, "number" int, "revision" int,
        "text" text, "mentions" uuid[], "authorId" uuid, "writtenBy" text, "writtenAt" timestamptz,
        "createdAt" timestamptz)`,
  );
}

/** Appends that a thread was resolved or reopened. The article is locked. */
export async function insertStep(
  tx: Tx,
  newsroomId: string,
  step: { threadId: string; kind: 'resolved' | 'reopened'; actorId: string; createdAt: Date },
): Promise<void> {
  await execute(
    tx,
    sql`INSERT INTO "ThreadStep" ("newsroomId", "threadId", "number", "kind", "actorId", "createdAt")
      SELECT ${newsroomId}::uuid, ${step.threadId}::uuid, coalesce(max(s."number"), 0) + 1, ${step.kind},
        ${step.actorId}::uuid, ${step.createdAt}
      FROM "ThreadStep" s WHERE s."newsroomId" = ${newsroomId}::uuid AND s."threadId" = ${step.threadId}::uuid`,
  );
}

/** Keeps how far somebody has read; never back. */
export async function markRead(
  tx: Tx,
  newsroomId: string,
  reading: { threadId: string; accountId: string; upTo: number },
): Promise<void> {
  await execute(
    tx,
    sql`INSERT INTO "ThreadReading" ("newsroomId", "threadId", "accountId", "upTo")
      VALUES (${newsroomId}::uuid, ${reading.threadId}::uuid, ${reading.accountId}::uuid, ${reading.upTo}::int)
      ON CONFLICT ("newsroomId", "threadId", "accountId") DO UPDATE SET "upTo" = EXCLUDED."upTo"
      WHERE "ThreadReading"."upTo" < EXCLUDED."upTo"`,
  );
}

/** The article of an annotation, if it is in the newsroom. */
export async function articleOf(tx: Tx, newsroomId: string, annotationId: string): Promise<string | undefined> {
  const [row] = await readRows<{ articleId: string }>(
    tx,
    sql`SELECT "articleId" FROM "Annotation"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${annotationId}::uuid`,
  );
  return row?.articleId;
}

export async function articleExists(tx: Tx, newsroomId: string, id: string): Promise<boolean> {
  const found = sql`SELECT FROM "Article" WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${id}::uuid`;
  return (await readRows(tx, found)).length > 0;
}

/** Which of these are members of the newsroom that are not shut out. */
export async function membersAmong(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await readRows<{ id: string }>(
    tx,
    sql`SELECT "accountId" AS "id" FROM "Membership"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "accountId" = ANY(${[...ids]}::uuid[]) AND "disabledAt" IS NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}
