import type { Person } from '@belegg/contract';
import type { Actor } from './actor';
import type { Tx } from './database/database';
import { readRows, sql } from './database/statements';

/** Names by id. */
export type People = (id: string) => Person;

/**
 * Looks up how the members of this newsroom with these ids are called; nobody leaves it for good, so all are found.
 * @param known the caller, whose name came with the session and needs no look-up
 */
export async function readPeople(tx: Tx, newsroomId: string, ids: Iterable<string>, known?: Actor): Promise<People> {
  const unique = [...new Set(ids)].filter((id) => id !== known?.accountId);
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
  if (known) names.set(known.accountId, known.name);
  return (id) => ({ id, name: names.get(id) ?? '' });
}
