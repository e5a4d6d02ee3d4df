import { Injectable } from '@nestjs/common';
import type { AddMember, Member } from '@belegg/contract';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { Enrolment } from './enrolment';

/** Somebody to begin a newsroom with. */
export interface Founder extends AddMember {
  /** Taken as it is, without a check; left out, a one-time password is made up. */
  readonly password?: string;
}

export interface FoundedNewsroom {
  readonly newsroomId: string;
  /** The ids of the founders' accounts, in the order in which they were given. */
  readonly accountIds: readonly string[];
  /**
   * To be handed over, by e-mail address in lower case; those who had an account, or were given a password, have none.
   */
  readonly oneTimePasswords: ReadonlyMap<string, string>;
}

export interface AdmittedMember {
  readonly member: Member;
  /** Whether the newsroom was founded for them. */
  readonly isNew: boolean;
  /** To be handed over; absent when they had an account. */
  readonly oneTimePassword?: string | undefined;
}

/** Newsrooms themselves. Nobody makes one through the interface: whoever runs the server does. */
@Injectable()
export class Newsrooms {
  constructor(
    private readonly database: Database,
    private readonly enrolment: Enrolment,
  ) {}

  /** Whether there is none yet, as after the first migration. */
  async areNone(): Promise<boolean> {
    return (await this.database.lookUp((tx) => tx.newsroom.count())) === 0;
  }

  /** Makes a newsroom with its first people, all in one transaction. */
  async found(name: string, founders: readonly Founder[]): Promise<FoundedNewsroom> {
    const prepared = await Promise.all(
      founders.map(async ({ password, ...person }) => ({
        person,
        credential: await this.enrolment.newCredential(password),
      })),
    );
    return this.database.acrossNewsrooms(async (tx) => {
      const newsroomId = newId();
      await tx.newsroom.create({ data: { id: newsroomId, name } });
      const accountIds: string[] = [];
      const oneTimePasswords = new Map<string, string>();
      for (const { person, credential } of prepared) {
        const enrolled = await this.enrolment.enrol(tx, newsroomId, person, credential);
        if (!enrolled) throw new Error(`${person.email} is named twice`);
        accountIds.push(enrolled.member.id);
        if (enrolled.isNew && credential.oneTimePassword !== undefined)
          oneTimePasswords.set(enrolled.member.email, credential.oneTimePassword);
      }
      return { newsroomId, accountIds, oneTimePasswords };
    });
  }

  /**
   * Makes somebody a member of the newsroom of that name, which is founded if there is none.
   * @returns undefined when they are a member already
   */
  async admit(newsroom: string, person: AddMember): Promise<AdmittedMember | undefined> {
    const credential = await this.enrolment.newCredential();
    return this.database.acrossNewsrooms(async (tx) => {
      // Two that come at once would both found it.
      await tx.$executeRaw`LOCK TABLE "Newsroom" IN SHARE ROW EXCLUSIVE MODE`;
      const found = await tx.newsroom.findFirst({ where: { name: newsroom }, orderBy: { createdAt: 'asc' } });
      const { id } = found ?? (await tx.newsroom.create({ data: { id: newId(), name: newsroom } }));
      const enrolled = await this.enrolment.enrol(tx, id, person, credential);
      return (
        enrolled && {
          member: enrolled.member,
          isNew: !found,
          oneTimePassword: enrolled.isNew ? credential.oneTimePassword : undefined,
        }
      );
    });
  }
}
