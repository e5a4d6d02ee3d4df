import type { Actor } from '../actor';
import type { Tx } from '../database/database';
import { readRows, sql } from '../database/statements';
import { ProblemError } from '../problem-error';

/**
 * Whether callers may still do what they were admitted for: between their admission and this transaction lie the time
 * to send a body and to wait for a lock. Their memberships are locked until the end of the transaction, so that a
 * change of rights comes either before it, and is seen, or after it.
 * @returns for each of them `unauthenticated` when the session ended, `forbidden` when a role was taken away
 */
export async function readStandings(
  tx: Tx,
  newsroomId: string,
  actors: readonly Actor[],
): Promise<(actor: Actor) => ProblemError | undefined> {
  const rows = await readRows<{ accountId: string; roles: string[]; sessions: string[] }>(
    tx,
    sql`SELECT m."accountId", m."roles", ARRAY(SELECT s."id"::text FROM "Session" s
          WHERE s."id" = ANY(${actors.map(({ sessionId }) => sessionId)}::uuid[]) AND s."accountId" = m."accountId"
            AND s."newsroomId" = m."newsroomId") AS "sessions"
      FROM "Membership" m
      WHERE m."newsroomId" = ${newsroomId}::uuid AND m."accountId" = ANY(${actors.map(({ accountId }) => accountId)}::uuid[])
        AND m."disabledAt" IS NULL
      ORDER BY m."accountId" FOR SHARE OF m`,
  );
  const held = new Map(rows.map((row) => [row.accountId, row]));
  return ({ accountId, sessionId, roles }) => {
    const membership = held.get(accountId);
    if (!membership?.sessions.includes(sessionId)) return new ProblemError('unauthenticated');
    return roles.every((role) => membership.roles.includes(role)) ? undefined : new ProblemError('forbidden');
  };
}

/** As `readStandings`, of one. @throws ProblemError what it returns */
export async function assertStanding(tx: Tx, actor: Actor): Promise<void> {
  const problem = (await readStandings(tx, actor.newsroomId, [actor]))(actor);
  if (problem) throw problem;
}
