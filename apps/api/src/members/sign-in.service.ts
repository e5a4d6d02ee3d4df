import { Injectable } from '@nestjs/common';
import type { SignIn } from '@belegg/contract';
import { Database } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import type { Visit } from '../platform/sessions/visit';
import { AccountRepository } from './account.repository';
import { BrowserSessions, type OpenedSession } from './browser-sessions';
import { KnownBrowsers } from './known-browsers';
import { SignInLimit } from './sign-in-limit';

/** Signing in. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly limit: SignInLimit,
    private readonly browsers: KnownBrowsers,
    private readonly sessions: BrowserSessions,
  ) {}

  /**
   * Opens a new session in the account's first newsroom and ends the one that the browser had.
   * Known and unknown names, and accounts without a newsroom, take the same way and get the same answer.
   * @throws ProblemError `wrong-password`, `too-many-attempts`, `unavailable` when too many sign in at once
   */
  async signIn({ email, password }: SignIn, visit: Visit): Promise<OpenedSession> {
    const name = email.toLowerCase();
    const account = await this.database.lookUpInSignIn((tx) => this.accounts.byEmail(tx, name));
    const [membership] = account?.memberships ?? [];
    const browserId = account ? await this.knownBrowser(account.id, visit) : undefined;
    const attempt = { name, address: visit.address, browserId };
    const isRight = await this.limit.verify(attempt, membership && account?.passwordHash, password);
    if (!isRight || !account || !membership) throw new ProblemError('wrong-password', {}, { email: name });
    return this.database.inSignIn(async (tx) => {
      // The password may have been changed since it was verified, and with it every session ended.
      if ((await this.accounts.lockPassword(tx, account.id)) !== account.passwordHash)
        throw new ProblemError('wrong-password', {}, { email: name });
      return this.sessions.open(tx, account, membership.newsroomId, visit);
    });
  }

  private async knownBrowser(accountId: string, { browser }: Visit): Promise<string | undefined> {
    if (browser === undefined) return undefined;
    return this.database.lookUpInSignIn((tx) => this.browsers.find(tx, accountId, browser));
  }
}
