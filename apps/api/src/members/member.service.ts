import { Injectable } from '@nestjs/common';
import type { AddMember, ChangeMember, Member, MemberWithPassword } from '@belegg/contract';
import { permits, roles as allRoles } from '@belegg/domain';
import { z } from 'zod';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { ProblemError } from '../platform/problem-error';
import { SessionStore } from '../platform/sessions/session-store';
import { Enrolment } from './enrolment';
import { MemberRepository } from './member.repository';

const pageSize = 100;
const cursorKey = z.tuple([z.uuid()]);

/** The people of a newsroom. */
@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly enrolment: Enrolment,
    private readonly sessions: SessionStore,
    private readonly log: EventLog,
  ) {}

  async list({ newsroomId }: Actor, cursor: string | undefined): Promise<{ items: Member[]; nextCursor?: string }> {
    const [after] = decodeCursor(cursor, cursorKey) ?? [];
    const found = await this.database.inNewsroom(newsroomId, (tx) =>
      this.members.page(tx, newsroomId, after, pageSize + 1),
    );
    return pageOf(found, pageSize, ({ id }) => [id]);
  }

  /**
   * Adds somebody. Who has no account yet gets one, with a one-time password that only the answer holds.
   * Accounts are of all newsrooms, so this cannot run under the role of one.
   * @throws ProblemError `duplicate`
   */
  async add({ newsroomId, accountId }: Actor, person: AddMember): Promise<MemberWithPassword> {
    const credential = await this.enrolment.newCredential();
    return this.database.acrossNewsrooms(async (tx) => {
      const enrolled = await this.enrolment.enrol(tx, newsroomId, person, credential, accountId);
      if (!enrolled) throw new ProblemError('duplicate');
      return { ...enrolled.member, ...(enrolled.isNew && { oneTimePassword: credential.oneTimePassword }) };
    });
  }

  /**
   * Changes roles, disables or enables. The member's sessions and tokens in this newsroom end with it.
   * @throws ProblemError `last-admin`, `forbidden` when whoever asks has just lost the right to
   */
  async change(actor: Actor, id: string, { roles, disabled }: ChangeMember): Promise<Member> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const everybody = await this.members.lockAll(tx, newsroomId);
      const before = everybody.find((member) => member.id === id);
      if (!before) throw new ProblemError('not-found');
      if (!everybody.some((member) => member.id === actor.accountId && isActiveAdmin(member)))
        throw new ProblemError('forbidden');
      const after: Member = {
        ...before,
        roles: roles ? allRoles.filter((role) => roles.includes(role)) : before.roles,
        disabled: disabled ?? before.disabled,
      };
      if (said(after) === said(before)) return before;
      if (!everybody.some((member) => isActiveAdmin(member.id === id ? after : member)))
        throw new ProblemError('last-admin');
      await this.sessions.end(tx, { newsroomId, accountId: id });
      await this.log.append(tx, actor, {
        type: 'member.changed',
        subjectId: id,
        data: { before: rights(before), after: rights(after) },
      });
      return this.members.change(tx, newsroomId, id, after);
    });
  }
}

const isActiveAdmin = ({ roles, disabled }: Member): boolean => !disabled && permits(roles, 'manage');
const rights = ({ roles, disabled }: Member) => ({ roles, disabled });
const said = (member: Member): string => JSON.stringify(rights(member));
