import {
  mailLanguages,
  mailRhythms,
  notificationKinds,
  type NotificationChoices,
  type NotificationKind,
} from '@belegg/contract';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';
import { empty, execute, readRows, sql } from '../platform/database/statements';
import { newId } from '../platform/ids';

/** Something that somebody is to be told of. */
export interface NewNotification {
  readonly accountId: string;
  readonly kind: NotificationKind;
  /** What it comes from: for one key somebody is told once. */
  readonly key: string;
  readonly at: Date;
  readonly actorId?: string | undefined;
  readonly articleId?: string | undefined;
  readonly annotationId?: string | undefined;
  readonly threadId?: string | undefined;
  readonly count?: number | undefined;
}

export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly actorId: string | null;
  readonly articleId: string | null;
  readonly title: string | null;
  readonly annotationId: string | null;
  readonly threadId: string | null;
  readonly count: number | null;
}

const columns = sql`n."id", n."kind", n."createdAt", n."readAt", n."actorId", n."articleId", a."title", n."annotationId",
  n."threadId", n."count"`;
const withArticle = sql`FROM "Notification" n LEFT JOIN "Article" a ON a."newsroomId" = n."newsroomId" AND a."id" = n."articleId"`;

/** @returns whether it was new */
export async function insertNotification(
  tx: Tx,
  newsroomId: string,
  { accountId, kind, key, at, actorId, articleId, annotationId, threadId, count }: NewNotification,
  { isShown, byMail }: { isShown: boolean; byMail: boolean },
): Promise<boolean> {
  const inserted = await execute(
    tx,
    sql`INSERT INTO "Notification" ("newsroomId", "id", "accountId", "kind", "key", "createdAt", "actorId", "articleId",
        "annotationId", "threadId", "count", "isShown", "byMail")
      VALUES (${newsroomId}::uuid, ${newId()}::uuid, ${accountId}::uuid, ${kind}, ${key}, ${at}::timestamptz,
        ${actorId ?? null}::uuid, ${articleId ?? null}::uuid, ${annotationId ?? null}::uuid, ${threadId ?? null}::uuid,
        ${count ?? null}::int, ${isShown}::boolean, ${byMail}::boolean)
      ON CONFLICT ("newsroomId", "accountId", "key") DO NOTHING`,
  );
  return inserted === 1;
}

/** The newest first. */
export function readNotifications(
  tx: Tx,
  newsroomId: string,
  accountId: string,
  { unread, before, limit }: { unread: boolean; before: string | undefined; limit: number },
): Promise<NotificationRow[]> {
  return readRows<NotificationRow>(
    tx,
    sql`SELECT ${columns} ${withArticle}
      WHERE n."newsroomId" = ${newsroomId}::uuid AND n."accountId" = ${accountId}::uuid AND n."isShown"
        ${unread ? sql`AND n."readAt" IS NULL` : empty}
        ${before === undefined ? empty : sql`AND n."id" < ${before}::uuid`}
      ORDER BY n."id" DESC LIMIT ${limit}`,
  );
}

export async function countUnread(tx: Tx, newsroomId: string, accountId: string): Promise<number> {
  const [row] = await readRows<{ count: number }>(
    tx,
    sql`SELECT count(*)::int AS "count" FROM "Notification"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "accountId" = ${accountId}::uuid AND "isShown" AND "readAt" IS NULL`,
  );
  return row?.count ?? 0;
}

/** @param ids undefined: all @param readAt null: they were not read */
export async function markNotifications(
  tx: Tx,
  newsroomId: string,
  accountId: string,
  ids: readonly string[] | undefined,
  readAt: Date | null,
): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Notification" SET "readAt" = ${readAt}::timestamptz
      WHERE "newsroomId" = ${newsroomId}::uuid AND "accountId" = ${accountId}::uuid
        AND ("readAt" IS NULL) = ${readAt !== null}::boolean
        ${ids === undefined ? empty : sql`AND "id" = ANY(${[...ids]}::uuid[])`}`,
  );
}

/** Gives a mail all that waits for one. The same mail gets the same again, and nothing that is in another one. */
export async function claimForMail(
  tx: Tx,
  newsroomId: string,
  accountId: string,
  mailId: string,
): Promise<NotificationRow[]> {
  await execute(
    tx,
    sql`UPDATE "Notification" SET "mailId" = ${mailId}::uuid
      WHERE "newsroomId" = ${newsroomId}::uuid AND "accountId" = ${accountId}::uuid
        AND "mailId" IS NULL AND "byMail"
        AND NOT EXISTS (SELECT FROM "Notification" m WHERE m."newsroomId" = ${newsroomId}::uuid
          AND m."accountId" = ${accountId}::uuid AND m."mailId" = ${mailId}::uuid)`,
  );
  return readRows<NotificationRow>(
    tx,
    sql`SELECT ${columns} ${withArticle}
      WHERE n."newsroomId" = ${newsroomId}::uuid AND n."accountId" = ${accountId}::uuid AND n."mailId" = ${mailId}::uuid
        AND n."mailedAt" IS NULL ORDER BY n."id"`,
  );
}

export async function noteMailed(tx: Tx, newsroomId: string, mailId: string, at: Date): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Notification" SET "mailedAt" = ${at}::timestamptz
      WHERE "newsroomId" = ${newsroomId}::uuid AND "mailId" = ${mailId}::uuid`,
  );
}

/** How far the log was looked through for a newsroom; locked until the transaction ends. */
export async function lockCursor(tx: Tx, newsroomId: string): Promise<bigint> {
  const [row] = await readRows<{ position: bigint }>(
    tx,
    sql`INSERT INTO "NotificationCursor" ("newsroomId", "position") VALUES (${newsroomId}::uuid, 0)
      ON CONFLICT ("newsroomId") DO UPDATE SET "position" = "NotificationCursor"."position" RETURNING "position"`,
  );
  return row?.position ?? 0n;
}

export async function moveCursor(tx: Tx, newsroomId: string, position: bigint): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "NotificationCursor" SET "position" = ${position} WHERE "newsroomId" = ${newsroomId}::uuid`,
  );
}

/** Until somebody says otherwise. */
const usual: NotificationChoices = {
  inPage: [...notificationKinds],
  byMail: [...notificationKinds],
  rhythm: 'soon',
  quietFrom: 22,
  quietUntil: 7,
  language: 'nb',
};
const kinds = z.array(z.enum(notificationKinds));
const stored = z.object({
  offInPage: kinds,
  offByMail: kinds,
  rhythm: z.enum(mailRhythms),
  quietFrom: z.int(),
  quietUntil: z.int(),
  language: z.enum(mailLanguages),
});

/** What each of these members chose; without those who are no active members. */
export async function readChoices(
  tx: Tx,
  newsroomId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, NotificationChoices>> {
  const rows = await readRows<{ accountId: string; rhythm: string | null }>(
    tx,
    sql`SELECT m."accountId", c."offInPage", c."offByMail", c."rhythm", c."quietFrom", c."quietUntil", c."language"
      FROM "Membership" m LEFT JOIN "NotificationChoice" c
        ON c."newsroomId" = m."newsroomId" AND c."accountId" = m."accountId"
      WHERE m."newsroomId" = ${newsroomId}::uuid AND m."accountId" = ANY(${[...accountIds]}::uuid[])
        AND m."disabledAt" IS NULL`,
  );
  return new Map(rows.map((row) => [row.accountId, row.rhythm === null ? usual : fromStored(stored.parse(row))]));
}

function fromStored({ offInPage, offByMail, ...rest }: z.infer<typeof stored>): NotificationChoices {
  return {
    ...rest,
    inPage: notificationKinds.filter((kind) => !offInPage.includes(kind)),
    byMail: notificationKinds.filter((kind) => !offByMail.includes(kind)),
  };
}

export async function writeChoices(
  tx: Tx,
  newsroomId: string,
  accountId: string,
  { inPage, byMail, rhythm, quietFrom, quietUntil, language }: NotificationChoices,
): Promise<void> {
  const without = (chosen: readonly NotificationKind[]): string[] =>
    notificationKinds.filter((kind) => !chosen.includes(kind));
  await execute(
    tx,
    sql`INSERT INTO "NotificationChoice" ("newsroomId", "accountId", "offInPage", "offByMail", "rhythm", "quietFrom",
        "quietUntil", "language")
      VALUES (${newsroomId}::uuid, ${accountId}::uuid, ${without(inPage)}::text[], ${without(byMail)}::text[], ${rhythm},
        ${quietFrom}::int, ${quietUntil}::int, ${language})
      ON CONFLICT ("newsroomId", "accountId") DO UPDATE SET "offInPage" = excluded."offInPage",
        "offByMail" = excluded."offByMail", "rhythm" = excluded."rhythm", "quietFrom" = excluded."quietFrom",
        "quietUntil" = excluded."quietUntil", "language" = excluded."language"`,
  );
}
