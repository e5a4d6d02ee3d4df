import type { DeliveryView, WebhookType, WebhookView } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { empty, execute, readRows, sql } from '../platform/database/statements';

/** A receiver, as the feed and the sender need it. */
export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly secret: Buffer;
  readonly types: readonly string[];
  readonly position: bigint;
}

/** An entry of the log, as far as receivers are told of it. */
export interface NewsRow {
  readonly position: bigint;
  readonly eventId: bigint;
  readonly type: WebhookType;
  readonly at: Date;
  readonly actorId: string;
  readonly articleId: string | null;
  readonly seq: number | null;
  readonly subjectId: string | null;
  /** Whether the article had been signed off before. */
  readonly wasSigned: boolean;
}

export interface NewDelivery {
  readonly webhookId: string;
  readonly id: string;
  readonly type: WebhookType;
  readonly body: string;
}

/** The receivers of a newsroom, which nobody else feeds until the transaction ends. */
export const lockWebhooks = (tx: Tx, newsroomId: string): Promise<WebhookRow[]> =>
  readRows(
    tx,
    sql`SELECT "id", "url", "secret", "types", "position" FROM "Webhook" WHERE "newsroomId" = ${newsroomId}::uuid
      ORDER BY "id" FOR UPDATE`,
  );

/** What has positions after this one, in their order. */
export const readNews = (tx: Tx, newsroomId: string, after: bigint, most: number): Promise<NewsRow[]> =>
  readRows(
    tx,
    sql`SELECT p."position", e."id" AS "eventId", e."type", e."at", e."actorId", e."articleId", e."seq", e."subjectId",
        EXISTS (SELECT 1 FROM "Report" r WHERE r."newsroomId" = e."newsroomId" AND r."articleId" = e."articleId"
          AND r."seq" < e."seq") AS "wasSigned"
      FROM "EventPosition" p JOIN "Event" e ON e."newsroomId" = p."newsroomId" AND e."id" = p."eventId"
      WHERE p."newsroomId" = ${newsroomId}::uuid AND p."position" > ${after} ORDER BY p."position" LIMIT ${most}::int`,
  );

export async function addDeliveries(
  tx: Tx,
  newsroomId: string,
  deliveries: readonly NewDelivery[],
  at: Date,
): Promise<void> {
  await execute(
    tx,
    sql`INSERT INTO "WebhookDelivery" ("newsroomId", "webhookId", "id", "type", "body", "createdAt")
      SELECT ${newsroomId}::uuid, d."webhookId", d."id", d."type", d."body", ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) AS d("webhookId" uuid, "id" uuid, "type" text, "body" text)`,
  );
}

/** What has this position and those before was handed out. */
export async function moveOn(tx: Tx, newsroomId: string, position: bigint): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Webhook" SET "position" = ${position} WHERE "newsroomId" = ${newsroomId}::uuid AND "position" < ${position}`,
  );
}

/** Over all newsrooms: those that have receivers, and whether there is news for these. */
export const readNewsrooms = (tx: Tx): Promise<{ newsroomId: string; isBehind: boolean }[]> =>
  tx.$queryRaw`SELECT w."newsroomId", bool_or(w."position" < coalesce(h."position", 0)) AS "isBehind"
    FROM "Webhook" w LEFT JOIN "LogHead" h ON h."newsroomId" = w."newsroomId" GROUP BY w."newsroomId"`;

/** A receiver that is told of what happens from now on. */
export async function insertWebhook(
  tx: Tx,
  newsroomId: string,
  {
    id,
    url,
    secret,
    types,
    createdById,
    createdAt,
  }: Omit<WebhookRow, 'position'> & { createdById: string; createdAt: Date },
): Promise<void> {
  await execute(
    tx,
    sql`INSERT INTO "Webhook" ("newsroomId", "id", "url", "secret", "types", "position", "createdById", "createdAt")
      SELECT ${newsroomId}::uuid, ${id}::uuid, ${url}, ${secret}::bytea, ${types}::text[],
        coalesce((SELECT h."position" FROM "LogHead" h WHERE h."newsroomId" = ${newsroomId}::uuid), 0),
        ${createdById}::uuid, ${createdAt}::timestamptz`,
  );
}

export async function deleteWebhook(tx: Tx, newsroomId: string, id: string): Promise<void> {
  await execute(tx, sql`DELETE FROM "Webhook" WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${id}::uuid`);
}

export async function readWebhooks(tx: Tx, newsroomId: string): Promise<WebhookView[]> {
  const rows = await readRows<Omit<WebhookView, 'createdAt'> & { createdAt: Date }>(
    tx,
    sql`SELECT w."id", w."url", w."types", w."createdAt",
        (SELECT count(*)::int FROM "WebhookDelivery" d WHERE d."newsroomId" = w."newsroomId" AND d."webhookId" = w."id"
          AND d."state" = 'waiting') AS "waiting",
        (SELECT count(*)::int FROM "WebhookDelivery" d WHERE d."newsroomId" = w."newsroomId" AND d."webhookId" = w."id"
          AND d."state" = 'failed') AS "failed"
      FROM "Webhook" w WHERE w."newsroomId" = ${newsroomId}::uuid ORDER BY w."id"`,
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

interface DeliveryRow {
  readonly id: string;
  readonly type: WebhookType;
  readonly state: DeliveryView['state'];
  readonly createdAt: Date;
  readonly attempts: number;
  readonly attemptedAt: Date | null;
  readonly status: number | null;
  readonly error: string;
}

/** @param before the id of the last one on the page before this */
export async function readDeliveries(
  tx: Tx,
  {
    newsroomId,
    webhookId,
    id,
    before,
    most,
  }: { newsroomId: string; webhookId: string; id?: string; before?: string | undefined; most: number },
): Promise<DeliveryView[]> {
  const rows = await readRows<DeliveryRow>(
    tx,
    sql`SELECT "id", "type", "state", "createdAt", "attempts", "attemptedAt", "status", "error" FROM "WebhookDelivery"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "webhookId" = ${webhookId}::uuid
        ${id === undefined ? empty : sql`AND "id" = ${id}::uuid`}
        ${before === undefined ? empty : sql`AND "id" < ${before}::uuid`}
      ORDER BY "id" DESC LIMIT ${most}::int`,
  );
  return rows.map(({ createdAt, attemptedAt, status, error, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    ...(attemptedAt && { attemptedAt: attemptedAt.toISOString() }),
    ...(status !== null && { status }),
    ...(error !== '' && { error }),
  }));
}

/** What is to be sent, and where; undefined where it was delivered, or its receiver is gone. */
export async function findWaiting(
  tx: Tx,
  newsroomId: string,
  webhookId: string,
  id: string,
): Promise<{ url: string; secret: Buffer; body: string } | undefined> {
  const [found] = await readRows<{ url: string; secret: Buffer; body: string }>(
    tx,
    sql`SELECT w."url", w."secret", d."body" FROM "WebhookDelivery" d
      JOIN "Webhook" w ON w."newsroomId" = d."newsroomId" AND w."id" = d."webhookId"
      WHERE d."newsroomId" = ${newsroomId}::uuid AND d."webhookId" = ${webhookId}::uuid AND d."id" = ${id}::uuid
        AND d."state" <> 'delivered'`,
  );
  return found;
}

export async function markDelivery(
  tx: Tx,
  { newsroomId, webhookId, id }: { newsroomId: string; webhookId: string; id: string },
  { state, status, error, at }: { state: DeliveryView['state']; status?: number | undefined; error: string; at?: Date },
): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "WebhookDelivery" SET "state" = ${state}, "status" = ${status ?? null}::int, "error" = ${error},
        "attempts" = "attempts" + ${at ? 1 : 0}::int, "attemptedAt" = coalesce(${at ?? null}::timestamptz, "attemptedAt")
      WHERE "newsroomId" = ${newsroomId}::uuid AND "webhookId" = ${webhookId}::uuid AND "id" = ${id}::uuid`,
  );
}
