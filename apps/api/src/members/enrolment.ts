import { Injectable } from '@nestjs/common';
import type { AddMember, Member } from '@belegg/contract';
import { roles as allRoles } from '@belegg/domain';
import { EventLog } from '../events';
import type { Tx } from '../platform/database/database';
import { AccountRepository } from './account.repository';
import { MemberRepository } from './member.repository';
import { Passwords, type Credential } from './passwords.service';

/** Makes people members of a newsroom. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly members: MemberRepository,
    private readonly log: EventLog,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @param chosen the password itself; by default a one-time one is made up. Takes a while, so not within a transaction
   */
  newCredential(chosen?: string): Promise<Credential> {
    return this.passwords.credential(chosen);
  }

  /**
   * Whoever has an account joins with it, keeps its name and password, and is not given the credential.
   * @param by who adds them; without, they come by themselves, as the first one does
   * @returns undefined when they are a member already
   */
  async enrol(
    tx: Tx,
    newsroomId: string,
    { name, email, roles }: AddMember,
    credential: Credential,
    by?: string,
  ): Promise<{ member: Member; isNew: boolean } | undefined> {
    const { id, isNew } = await this.accounts.findOrCreate(tx, {
      email: email.toLowerCase(),
      name,
      passwordHash: credential.passwordHash,
      mustChangePassword: credential.oneTimePassword !== undefined,
    });
    const member = await this.members.join(
      tx,
      newsroomId,
      id,
      allRoles.filter((role) => roles.includes(role)),
    );
    if (!member) return undefined;
    const data = { name: member.name, email: member.email, roles: member.roles };
    await this.log.append(tx, { newsroomId, accountId: by ?? id }, { type: 'member.added', subjectId: id, data });
    return { member, isNew };
  }
}
