import { Injectable } from '@nestjs/common';
import type { MemberWithPassword } from '@belegg/contract';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { AccountRepository } from './account.repository';
import { MemberRepository } from './member.repository';
import { OneTimePasswords } from './one-time-passwords';

/** A new one-time password for somebody who forgot theirs; all their sessions and tokens end. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly members: MemberRepository,
    private readonly oneTime: OneTimePasswords,
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
    const credential = await this.oneTime.make();
    return this.database.acrossNewsrooms(async (tx) => {
      // Nobody can join another newsroom while the account's row is locked.
      await this.accounts.lock(tx, accountId);
      if (await this.members.belongsElsewhere(tx, newsroomId, accountId)) throw new ProblemError('shared-account');
      await this.oneTime.set(tx, accountId, credential);
      await this.log.append(tx, actor, { type: 'member.changed', subjectId: accountId, data: { password: 'reset' } });
      return { ...(await this.members.get(tx, newsroomId, accountId)), oneTimePassword: credential.oneTimePassword };
    });
  }

  /**
   * By whoever runs the server, for any account. The log of each of its newsrooms says so.
   * @returns the one-time password, or undefined when nobody has this address
   */
  async byOperator(email: string): Promise<string | undefined> {
    const credential = await this.oneTime.make();
    return this.database.acrossNewsrooms(async (tx) => {
      const account = await this.accounts.byEmail(tx, email.toLowerCase());
      if (!account) return undefined;
      await this.oneTime.set(tx, account.id, credential);
      for (const { newsroomId } of account.memberships) {
        await this.log.append(
          tx,
          { newsroomId, accountId: account.id },
          { type: 'member.changed', subjectId: account.id, data: { password: 'reset' } },
        );
      }
      return credential.oneTimePassword;
    });
  }
}
