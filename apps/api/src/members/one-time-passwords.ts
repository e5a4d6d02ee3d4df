import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database';
import { AccountRepository } from './account.repository';
import { BrowserSessions } from './browser-sessions';
import { Passwords, type Credential } from './passwords.service';

/** Passwords that are handed over, and replaced at the first sign-in. */
@Injectable()
export class OneTimePasswords {
  constructor(
    private readonly passwords: Passwords,
    private readonly accounts: AccountRepository,
    private readonly sessions: BrowserSessions,
  ) {}

  /** Takes a while, so not within a transaction. */
  make(): Promise<Required<Credential>> {
    return this.passwords.oneTimeCredential();
  }

  /** Sets it as the account's password; all sessions and tokens end, and no browser is known any more. */
  async set(tx: Tx, accountId: string, { passwordHash }: Credential): Promise<void> {
    await this.accounts.setOneTimePassword(tx, accountId, passwordHash);
    await this.sessions.endAll(tx, accountId);
  }
}
