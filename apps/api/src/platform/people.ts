import type { Person } from '@belegg/contract';
import type { Tx } from './database/database';
import { readRows, sql } from './database/statements';

/** Names by id. */
export type People = (id: string) => Person;

/** Looks up how the members of this newsroom with these ids are called; nobody leaves it for good, so all are found. */
export async function readPeople(tx: Tx, newsroomId: string, ids: Iterable<string>): Promise<People> {
  const unique = [...new Set(ids)];
  const rows =
    unique.length === 0
      ? []
      : await readRows<{ id: string; name: string }>(
          tx,
          sql`SELECT a."id", a."name" FROM "Account" a
            JOIN "Membership" m ON m."accountId" = a."id" AND m."newsroomId" = ${newsroomId}::uuid
            WHERE a."id" = ANY(${unique}::uuid[])`,
        );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? '' });
}
