import { Injectable } from '@nestjs/common';
import type { MemberWithPassword } from '@belegg/contract';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { SessionStore } from '../platform/sessions/session-store';
import { AccountRepository } from './account.repository';
import { MemberRepository } from './member.repository';
import { hashPassword, oneTimePassword } from './passwords';

/** A new one-time password for somebody who forgot theirs; all their sessions and tokens end. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionStore,
    private readonly log: EventLog,
  ) {}

  /**
   * By an administrator. An account that other newsrooms use too is out of reach: its password would open them as well.
   * Nor can one's own be reset, or a stolen session could be made a stolen account.
   * @throws ProblemError `shared-account`, `forbidden`
   */
  async byAdmin(actor: Actor, accountId: string): Promise<MemberWithPassword> {
    const { newsroomId } = actor;
    if (accountId === actor.accountId) throw new ProblemError('forbidden');
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.database.acrossNewsrooms(async (tx) => {
      // Nobody can join another newsroom while the account's row is locked.
      await this.accounts.lock(tx, accountId);
      if (await this.members.belongsElsewhere(tx, newsroomId, accountId)) throw new ProblemError('shared-account');
      await this.replace(tx, accountId, passwordHash);
      await this.log.append(tx, actor, { type: 'member.changed', subjectId: accountId, data: { password: 'reset' } });
      return { ...(await this.members.get(tx, newsroomId, accountId)), oneTimePassword: password };
    });
  }

  /**
   * By whoever runs the server, for any account. The log of each of its newsrooms says so.
   * @returns the one-time password, or undefined when nobody has this address
   */
  async byOperator(email: string): Promise<string | undefined> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.database.acrossNewsrooms(async (tx) => {
      const account = await this.accounts.byEmail(tx, email.toLowerCase());
      if (!account) return undefined;
      await this.replace(tx, account.id, passwordHash);
      for (const { newsroomId } of account.memberships) {
        await this.log.append(
          tx,
          { newsroomId, accountId: account.id },
          { type: 'member.changed', subjectId: account.id, data: { password: 'reset' } },
        );
      }
      return password;
    });
  }

  private async replace(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
    await this.accounts.setOneTimePassword(tx, accountId, passwordHash);
    await this.sessions.end(tx, { accountId });
  }
}
