import type { Actor } from '../actor';
import type { Tx } from '../database/database';
import { ProblemError } from '../problem-error';

/**
 * Whether the caller may still do what they were admitted for: between their admission and this transaction lie the time
 * to send a body and to wait for a lock. The membership is locked until the end of the transaction, so that a change
 * of rights comes either before it, and is seen, or after it.
 * @throws ProblemError `unauthenticated` when the session ended, `forbidden` when a role was taken away
 */
export async function assertStanding(tx: Tx, { newsroomId, accountId, sessionId, roles }: Actor): Promise<void> {
  const [held] = await tx.$queryRaw<{ roles: string[] }[]>`
    SELECT m."roles" FROM "Membership" m
    WHERE m."newsroomId" = ${newsroomId}::uuid AND m."accountId" = ${accountId}::uuid AND m."disabledAt" IS NULL
    FOR SHARE`;
  const session = await tx.session.findFirst({ where: { id: sessionId, newsroomId, accountId }, select: { id: true } });
  if (!held || !session) throw new ProblemError('unauthenticated');
  if (!roles.every((role) => held.roles.includes(role))) throw new ProblemError('forbidden');
}
