import type { Presence } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { execute, readRows, sql } from '../platform/database/statements';

/** Seconds after which somebody who was not heard of is gone: two missed signs of life, and a little. */
const expiry = 50;

export interface PresentRow {
  readonly accountId: string;
  readonly name: string;
  readonly sentence: number | null;
  readonly annotationId: string | null;
}

/**
 * Notes where somebody is, forgets who is gone, and tells who else is there, in one statement. The database's clock
 * counts, so that processes whose clocks differ agree.
 */
export function beThere(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  accountId: string,
  { tab, sentence, annotationId }: Presence,
): Promise<PresentRow[]> {
  return readRows<PresentRow>(
    tx,
    sql`WITH here AS (
        INSERT INTO "Presence" ("newsroomId", "articleId", "accountId", "tab", "sentence", "annotationId", "seenAt")
        VALUES (${newsroomId}::uuid, ${articleId}::uuid, ${accountId}::uuid, ${tab}::uuid, ${sentence ?? null}::int,
          ${annotationId ?? null}::uuid, clock_timestamp())
        ON CONFLICT ("newsroomId", "articleId", "accountId", "tab") DO UPDATE
          SET "sentence" = excluded."sentence", "annotationId" = excluded."annotationId", "seenAt" = excluded."seenAt"
      ), gone AS (
        DELETE FROM "Presence" p USING (
          SELECT "accountId", "tab" FROM "Presence"
          WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ${articleId}::uuid
            AND "seenAt" < clock_timestamp() - make_interval(secs => ${expiry}::int)
            AND ("accountId", "tab") <> (${accountId}::uuid, ${tab}::uuid)
          FOR UPDATE SKIP LOCKED) o
        WHERE p."newsroomId" = ${newsroomId}::uuid AND p."articleId" = ${articleId}::uuid
          AND p."accountId" = o."accountId" AND p."tab" = o."tab"
      )
      SELECT DISTINCT ON (p."accountId") p."accountId", a."name", p."sentence", p."annotationId"
      FROM "Presence" p
      JOIN "Account" a ON a."id" = p."accountId"
      WHERE p."newsroomId" = ${newsroomId}::uuid AND p."articleId" = ${articleId}::uuid
        AND p."accountId" <> ${accountId}::uuid
        AND p."seenAt" >= clock_timestamp() - make_interval(secs => ${expiry}::int)
      ORDER BY p."accountId", p."seenAt" DESC`,
  );
}

export async function leave(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  accountId: string,
  tab: string,
): Promise<void> {
  await execute(
    tx,
    sql`DELETE FROM "Presence" WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ${articleId}::uuid
      AND "accountId" = ${accountId}::uuid AND "tab" = ${tab}::uuid`,
  );
}
