import type { SourceRef } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { execute, readRows, send, sql, type Change } from '../platform/database/statements';
import { isHiddenFrom, type Reader } from '../platform/redaction';

/** Somebody's wish to end a protection, which nobody has confirmed or taken back. */
export interface RemovalRow {
  readonly id: string;
  readonly reason: string;
  readonly actorId: string;
  readonly createdAt: Date;
}

/** Gives a source the number that stands for its name, where it has none. The names of the newsroom are locked. */
export async function numberProtected(tx: Tx, newsroomId: string, id: string): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Source" SET "protectedNumber" = (
        SELECT coalesce(max(o."protectedNumber"), 0) + 1 FROM "Source" o WHERE o."newsroomId" = ${newsroomId}::uuid)
      WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${id}::uuid AND "protectedNumber" IS NULL`,
  );
}

/** Nothing public that was made before is shown again. */
export const protectionCount = (newsroomId: string): Change => ({
  change: sql`UPDATE "Newsroom" SET "protections" = "protections" + 1 WHERE "id" = ${newsroomId}::uuid`,
});

/** Names members for a source, beside those who are. */
export async function nameReaders(
  tx: Tx,
  newsroomId: string,
  id: string,
  accountIds: readonly string[],
  at: Date,
): Promise<void> {
  await execute(
    tx,
    sql`INSERT INTO "SourceReader" ("newsroomId", "sourceId", "accountId", "createdAt")
      SELECT ${newsroomId}::uuid, ${id}::uuid, unnest(${[...new Set(accountIds)]}::uuid[]), ${at}::timestamptz
      ON CONFLICT DO NOTHING`,
  );
}

export async function readSourceReaders(tx: Tx, newsroomId: string, id: string): Promise<string[]> {
  const rows = await readRows<{ accountId: string }>(
    tx,
    sql`SELECT r."accountId" FROM "SourceReader" r
      WHERE r."newsroomId" = ${newsroomId}::uuid AND r."sourceId" = ${id}::uuid ORDER BY r."createdAt", r."accountId"`,
  );
  return rows.map(({ accountId }) => accountId);
}

/** Replaces who is named for a source. */
export async function writeSourceReaders(
  tx: Tx,
  newsroomId: string,
  id: string,
  accountIds: readonly string[],
  at: Date,
): Promise<void> {
  send(
    tx,
    sql`DELETE FROM "SourceReader" WHERE "newsroomId" = ${newsroomId}::uuid AND "sourceId" = ${id}::uuid
      AND "accountId" <> ALL(${[...accountIds]}::uuid[])`,
  );
  await nameReaders(tx, newsroomId, id, accountIds, at);
}

/** Those of these accounts that are members. */
export async function findMembers(tx: Tx, newsroomId: string, accountIds: readonly string[]): Promise<string[]> {
  const rows = await readRows<{ accountId: string }>(
    tx,
    sql`SELECT m."accountId" FROM "Membership" m
      WHERE m."newsroomId" = ${newsroomId}::uuid AND m."accountId" = ANY(${[...accountIds]}::uuid[])`,
  );
  return rows.map(({ accountId }) => accountId);
}

/** Who registered a source, as the log has it. */
export async function readRegistrar(tx: Tx, newsroomId: string, id: string): Promise<string | undefined> {
  const [row] = await readRows<{ actorId: string }>(
    tx,
    sql`SELECT e."actorId" FROM "Event" e
      WHERE e."newsroomId" = ${newsroomId}::uuid AND e."subjectId" = ${id}::uuid AND e."type" = 'source.created'
      ORDER BY e."id" LIMIT 1`,
  );
  return row?.actorId;
}

/** Which of these sources are hidden from a reader. */
export async function findHidden(tx: Tx, reader: Reader, ids: readonly string[]): Promise<string[]> {
  if (!reader.hasHidden || ids.length === 0) return [];
  const rows = await readRows<{ id: string }>(
    tx,
    sql`SELECT s."id" FROM "Source" s
      WHERE s."newsroomId" = ${reader.newsroomId}::uuid AND s."id" = ANY(${[...ids]}::uuid[])
        AND ${isHiddenFrom(sql`${reader.accountId}::uuid`)}`,
  );
  return rows.map(({ id }) => id);
}

/** What is proposed of a source as it stands in a revision. */
export async function findRemoval(
  tx: Tx,
  newsroomId: string,
  { sourceId, sourceRevision }: SourceRef,
): Promise<RemovalRow | undefined> {
  const [row] = await readRows<RemovalRow>(
    tx,
    sql`SELECT p."id", p."reason", p."actorId", p."createdAt" FROM "ProtectionRemoval" p
      WHERE p."newsroomId" = ${newsroomId}::uuid AND p."sourceId" = ${sourceId}::uuid
        AND p."sourceRevision" = ${sourceRevision}::int AND p."withdrawnAt" IS NULL
        AND NOT EXISTS (SELECT FROM "ProtectionRemovalConfirmation" c
          WHERE c."newsroomId" = p."newsroomId" AND c."removalId" = p."id")
      ORDER BY p."createdAt" DESC LIMIT 1`,
  );
  return row;
}

export async function insertRemoval(tx: Tx, newsroomId: string, of: SourceRef, row: RemovalRow): Promise<void> {
  const { id, reason, actorId, createdAt } = row;
  await tx.protectionRemoval.create({ data: { newsroomId, ...of, id, reason, actorId, createdAt } });
}

export async function withdrawRemoval(tx: Tx, newsroomId: string, id: string, withdrawnAt: Date): Promise<void> {
  await tx.protectionRemoval.update({ where: { newsroomId_id: { newsroomId, id } }, data: { withdrawnAt } });
}

export async function confirmRemoval(
  tx: Tx,
  newsroomId: string,
  removalId: string,
  actorId: string,
  createdAt: Date,
): Promise<void> {
  await tx.protectionRemovalConfirmation.create({ data: { newsroomId, removalId, actorId, createdAt } });
}
