import type { Actor } from '../actor';
import type { Tx } from '../database/database';
import { readRows, sql } from '../database/statements';
import { ProblemError } from '../problem-error';

/**
 * Whether the caller may still do what they were admitted for: between their admission and this transaction lie the time
 * to send a body and to wait for a lock. The membership is locked until the end of the transaction, so that a change
 * of rights comes either before it, and is seen, or after it.
 * @throws ProblemError `unauthenticated` when the session ended, `forbidden` when a role was taken away
 */
export async function assertStanding(tx: Tx, { newsroomId, accountId, sessionId, roles }: Actor): Promise<void> {
  // The session is read after the lock is had, so that one that ended while it was waited for is seen to have ended.
  const [[held], [session]] = await Promise.all([
    readRows<{ roles: string[] }>(
      tx,
      sql`SELECT m."roles" FROM "Membership" m
        WHERE m."newsroomId" = ${newsroomId}::uuid AND m."accountId" = ${accountId}::uuid AND m."disabledAt" IS NULL
        FOR SHARE`,
    ),
    readRows<{ id: string }>(
      tx,
      sql`SELECT "id" FROM "Session"
        WHERE "id" = ${sessionId}::uuid AND "newsroomId" = ${newsroomId}::uuid AND "accountId" = ${accountId}::uuid`,
    ),
  ]);
  if (!held || !session) throw new ProblemError('unauthenticated');
  if (!roles.every((role) => held.roles.includes(role))) throw new ProblemError('forbidden');
}
