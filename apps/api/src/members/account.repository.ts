import { Injectable } from '@nestjs/common';
import type { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';

const withNewsrooms = {
  memberships: {
    where: { disabledAt: null },
    orderBy: [{ createdAt: 'asc' }, { newsroomId: 'asc' }],
    include: { newsroom: { select: { id: true, name: true } } },
  },
} satisfies Prisma.AccountInclude;

/** Accounts are global: they are reached over all newsrooms, and nowhere but here. */
@Injectable()
export class AccountRepository {
  /** With the newsrooms in which the account may work, the oldest membership first. */
  byEmail(tx: Tx, email: string) {
    return tx.account.findUnique({ where: { email }, include: withNewsrooms });
  }

  byId(tx: Tx, id: string) {
    return tx.account.findUniqueOrThrow({ where: { id }, include: withNewsrooms });
  }

  /** @param account what it is made with, if nobody has this e-mail address */
  async findOrCreate(
    tx: Tx,
    account: Omit<Prisma.AccountCreateManyInput, 'id'>,
  ): Promise<{ id: string; isNew: boolean }> {
    const { count } = await tx.account.createMany({ data: [{ ...account, id: newId() }], skipDuplicates: true });
    const { id } = await tx.account.findUniqueOrThrow({ where: { email: account.email }, select: { id: true } });
    return { id, isNew: count === 1 };
  }

  /** Keeps the account out of further newsrooms, too, until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.$queryRaw`SELECT 1 FROM "Account" WHERE "id" = ${id}::uuid FOR UPDATE`;
  }

  /** Keeps the account's password as it is until the transaction ends. */
  async lockPassword(tx: Tx, id: string): Promise<string | undefined> {
    const rows = await tx.$queryRaw<
      { passwordHash: string }[]
    >`SELECT "passwordHash" FROM "Account" WHERE "id" = ${id}::uuid FOR SHARE`;
    return rows[0]?.passwordHash;
  }

  /** Sets the password that a person chose. @returns false when the one they replaced is no longer the password */
  async replacePassword(
    tx: Tx,
    { id, passwordHash }: Pick<AccountWithNewsrooms, 'id' | 'passwordHash'>,
    next: string,
  ): Promise<boolean> {
    const { count } = await tx.account.updateMany({
      where: { id, passwordHash },
      data: { passwordHash: next, mustChangePassword: false },
    });
    return count === 1;
  }

  /** Sets a password that has to be changed at the next sign-in. */
  async setOneTimePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.account.update({ where: { id }, data: { passwordHash, mustChangePassword: true }, select: { id: true } });
  }
}

export type AccountWithNewsrooms = Awaited<ReturnType<AccountRepository['byId']>>;
