import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@belegg/contract';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { invalidField } from '../platform/problem-error';
import type { Visit } from '../platform/sessions/visit';
import { AccountRepository } from './account.repository';
import { BrowserSessions, type OpenedSession } from './browser-sessions';
import { PasswordChange } from './password-change';

/** A person's own password. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly changes: PasswordChange,
    private readonly sessions: BrowserSessions,
    private readonly log: EventLog,
  ) {}

  /**
   * Sets a new password and opens a new session; every other session and token of the account ends, since the old
   * password may have been in other hands. Wrong guesses of the old one count as failed sign-ins.
   * @throws ProblemError `invalid`, `too-many-attempts`, `forbidden` for a token
   */
  async change(actor: Actor, wanted: ChangePassword, visit: Visit): Promise<OpenedSession> {
    const account = await this.database.lookUp((tx) => this.accounts.byId(tx, actor.accountId));
    const passwordHash = await this.changes.prepare(account, wanted);
    return this.database.acrossNewsrooms(async (tx) => {
      if (!(await this.accounts.replacePassword(tx, account, passwordHash)))
        throw invalidField('/current', 'wrongPassword');
      await this.log.append(tx, actor, {
        type: 'member.changed',
        subjectId: account.id,
        data: { password: 'changed' },
      });
      return this.sessions.startOver(tx, actor, { ...account, mustChangePassword: false }, visit);
    });
  }
}
