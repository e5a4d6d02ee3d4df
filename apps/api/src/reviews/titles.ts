import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** What articles are called, by id. */
export async function readTitles(
  tx: Tx,
  newsroomId: string,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows<{ id: string; title: string }>(
    tx,
    sql`SELECT a."id", a."title" FROM "Article" a
      WHERE a."newsroomId" = ${newsroomId}::uuid AND a."id" = ANY(${[...articleIds]}::uuid[])`,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
