import { Injectable } from '@nestjs/common';
import type { BrowserSession } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { browserLimits } from '../platform/sessions/session-store';

/** Sessions of the kind "browser", as their owner sees them. */
@Injectable()
export class BrowserSessionRepository {
  constructor(private readonly clock: Clock) {}

  /**
   * Those that have not run out, in all newsrooms, the newest first.
   * @param after the id of the last one before this page
   */
  async page(
    tx: Tx,
    { accountId, sessionId }: Actor,
    after: string | undefined,
    size: number,
  ): Promise<BrowserSession[]> {
    const now = this.clock.now();
    const rows = await tx.session.findMany({
      where: {
        accountId,
        kind: 'browser',
        expiresAt: { gt: now },
        lastSeenAt: { gt: new Date(now.getTime() - browserLimits.idle) },
        ...(after !== undefined && { id: { lt: after } }),
      },
      select: { id: true, name: true, createdAt: true, lastSeenAt: true, expiresAt: true },
      orderBy: { id: 'desc' },
      take: size,
    });
    return rows.map(({ id, name, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      browser: name,
      isThisOne: id === sessionId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
  }
}
