import { sourceRules } from '@belegg/domain';
import { z } from 'zod';
import type { ChangeSettings } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { execute, readRows, sql } from '../platform/database/statements';

const row = z.object({ sourceRule: z.enum(sourceRules), longestPassage: z.int(), settingsVersion: z.int() });
export type SettingsRow = z.infer<typeof row>;

/** @param lock whether they stay as they are until the transaction ends */
export async function readSettings(tx: Tx, newsroomId: string, lock = false): Promise<SettingsRow> {
  const [found] = await readRows<SettingsRow>(
    tx,
    sql`SELECT n."sourceRule", n."longestPassage", n."settingsVersion" FROM "Newsroom" n
      WHERE n."id" = ${newsroomId}::uuid ${lock ? sql`FOR UPDATE` : sql``}`,
  );
  return row.parse(found);
}

export async function writeSettings(
  tx: Tx,
  newsroomId: string,
  { sourceRule, longestPassage }: ChangeSettings,
): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Newsroom" SET "sourceRule" = ${sourceRule}, "longestPassage" = ${longestPassage}::int,
      "settingsVersion" = "settingsVersion" + 1 WHERE "id" = ${newsroomId}::uuid`,
  );
}

/** The ids of all articles, locked in one order. */
export async function lockArticles(tx: Tx, newsroomId: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`SELECT a."id" FROM "Article" a WHERE a."newsroomId" = ${newsroomId}::uuid ORDER BY a."id" FOR UPDATE`,
  );
  return rows.map(({ id }) => id);
}
