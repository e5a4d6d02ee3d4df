import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';

const day = 86_400_000;
/** Milliseconds for which a browser is known after the last sign-in. */
const memory = 180 * day;
/** Browsers of one account that are known at most; the one that was seen last is kept. */
const most = 20;

/** What a browser keeps beside its session, beyond it. */
export interface BrowserSecret {
  readonly secret: string;
  readonly expiresAt: Date;
}

/**
 * Browsers in which somebody signed in before. They are told by a secret of 256 random bits, which is kept only as its
 * SHA-256, gives no access, and counts for the accounts that signed in with it alone.
 */
@Injectable()
export class KnownBrowsers {
  constructor(private readonly clock: Clock) {}

  /** @returns what its failures are counted for, when the account has signed in in this browser */
  async find(tx: Tx, accountId: string, secret: string): Promise<string | undefined> {
    const found = await tx.knownBrowser.findFirst({
      where: { accountId, secretHash: hashOf(secret), lastSeenAt: { gt: this.oldest() } },
      select: { id: true },
    });
    return found?.id;
  }

  /** Whether the account has signed in in any browser. */
  async areKnown(tx: Tx, accountId: string): Promise<boolean> {
    return (await tx.knownBrowser.count({ where: { accountId, lastSeenAt: { gt: this.oldest() } } })) > 0;
  }

  /** Notes that the account has signed in in a browser. @param former the secret that it has, if any */
  async remember(tx: Tx, accountId: string, former: string | undefined): Promise<BrowserSecret> {
    const now = this.clock.now();
    // One that somebody else has put there is replaced.
    const isOurs = former !== undefined && (await tx.knownBrowser.count({ where: { secretHash: hashOf(former) } })) > 0;
    const secret = isOurs ? former : randomBytes(32).toString('base64url');
    const secretHash = hashOf(secret);
    await tx.knownBrowser.upsert({
      where: { secretHash_accountId: { secretHash, accountId } },
      create: { id: newId(), accountId, secretHash, createdAt: now, lastSeenAt: now },
      update: { lastSeenAt: now },
      select: { id: true },
    });
    await this.prune(tx, accountId);
    return { secret, expiresAt: new Date(now.getTime() + memory) };
  }

  /** No browser is known any more: the password may have been in other hands. */
  async forget(tx: Tx, accountId: string): Promise<void> {
    await tx.knownBrowser.deleteMany({ where: { accountId } });
  }

  private async prune(tx: Tx, accountId: string): Promise<void> {
    const kept = await tx.knownBrowser.findMany({
      where: { accountId, lastSeenAt: { gt: this.oldest() } },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      take: most,
      select: { id: true },
    });
    await tx.knownBrowser.deleteMany({ where: { accountId, id: { notIn: kept.map(({ id }) => id) } } });
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - memory);
  }
}

const hashOf = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());
