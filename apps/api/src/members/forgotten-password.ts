import { Injectable } from '@nestjs/common';
import type { ForgottenPassword, RedeemPasswordLink } from '@belegg/contract';
import { EventLog } from '../events';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { UiLanguage } from '../platform/messages/messages';
import { invalidField, ProblemError } from '../platform/problem-error';
import { SecurityLog } from '../platform/security-log';
import type { Visit } from '../platform/sessions/visit';
import { AccountMails, hashOfLink } from './account-mails';
import { AccountRepository } from './account.repository';
import { BrowserSessions } from './browser-sessions';
import { Passwords } from './passwords.service';
import { SignInLimit } from './sign-in-limit';

/** What a new password by a link does to an account: the one way in without the old one. */
@Injectable()
export class LinkedPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: BrowserSessions,
    private readonly log: EventLog,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** Whose a link is; undefined where it was used, has run out or never was. */
  async find(tx: Tx, secret: string) {
    const link = await tx.passwordLink.findFirst({
      where: { secretHash: hashOfLink(secret), expiresAt: { gt: this.clock.now() } },
      select: { accountId: true },
    });
    return link ? this.accounts.byId(tx, link.accountId) : undefined;
  }

  /**
   * Uses a link up, ends every session and token of the account, and tells its newsrooms.
   * @returns false when it was used meanwhile
   */
  async set(tx: Tx, secret: string, passwordHash: string, visit: Visit): Promise<boolean> {
    const account = await this.find(tx, secret);
    if (!account) return false;
    const { count } = await tx.passwordLink.deleteMany({ where: { secretHash: hashOfLink(secret) } });
    if (count !== 1) return false;
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: false },
      select: { id: true },
    });
    await this.sessions.endAll(tx, account.id);
    for (const { newsroomId } of account.memberships) {
      const data = { password: 'reset' };
      const author = { newsroomId, accountId: account.id };
      await this.log.append(tx, author, { type: 'member.changed', subjectId: account.id, data });
      await this.securityLog.note(tx, 'password-reset', visit, author, {});
    }
    return true;
  }
}

/** For who forgot their password: a link by mail, and a new password by that link. */
@Injectable()
export class ForgottenPasswords {
  constructor(
    private readonly database: Database,
    private readonly limit: SignInLimit,
    private readonly mails: AccountMails,
    private readonly passwords: Passwords,
    private readonly linked: LinkedPassword,
  ) {}

  /**
   * Sends a link to whoever has this address. Known and unknown ones take the same way and get the same answer.
   * @throws ProblemError `no-mail` where the server sends none; `too-many-attempts`
   */
  async ask({ email }: ForgottenPassword, { address }: Visit, language: UiLanguage): Promise<void> {
    if (!this.mails.isThere) throw new ProblemError('no-mail');
    const name = email.toLowerCase();
    await this.limit.take({ name, address });
    await this.database.inSignIn((tx) => this.mails.send(tx, { what: 'forgotten', email: name, language }));
  }

  /**
   * Sets a new password. The link works once, and its use ends all sessions.
   * @throws ProblemError `link-void`; `invalid` for a password that is guessed early; `too-many-attempts`
   */
  async redeem({ secret, next }: RedeemPasswordLink, visit: Visit): Promise<void> {
    await this.limit.take({ name: undefined, address: visit.address });
    const account = await this.database.lookUpInSignIn((tx) => this.linked.find(tx, secret));
    if (!account) throw new ProblemError('link-void');
    const { email, name, memberships } = account;
    const about = [email, name, ...memberships.map(({ newsroom }) => newsroom.name)];
    if (await this.passwords.isGuessable(next, about)) throw invalidField('/next', 'commonPassword');
    const passwordHash = await this.passwords.hash(next);
    const isSet = await this.database.inSignIn((tx) => this.linked.set(tx, secret, passwordHash, visit));
    if (!isSet) throw new ProblemError('link-void');
  }
}
