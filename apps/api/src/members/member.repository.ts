import { Injectable } from '@nestjs/common';
import type { Member } from '@belegg/contract';
import type { Role } from '@belegg/domain';
import type { Prisma } from '../generated/prisma/client';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { heldRoles } from './held-roles';

const withAccount = { account: { select: { name: true, email: true } } } satisfies Prisma.MembershipInclude;
type Row = Prisma.MembershipGetPayload<{ include: typeof withAccount }>;

/** Who belongs to a newsroom, and as what. */
@Injectable()
export class MemberRepository {
  constructor(private readonly clock: Clock) {}

  /** In the order in which their accounts were made. @param after the id of the last one before this page */
  async page(tx: Tx, newsroomId: string, after: string | undefined, size: number): Promise<Member[]> {
    const where = { newsroomId, ...(after !== undefined && { accountId: { gt: after } }) };
    const rows = await tx.membership.findMany({
      where,
      include: withAccount,
      orderBy: { accountId: 'asc' },
      take: size,
    });
    return rows.map(fromRow);
  }

  /**
   * Everybody, kept as they are until the transaction ends, so that the last administrator cannot be lost in a race.
   */
  async lockAll(tx: Tx, newsroomId: string): Promise<Member[]> {
    await tx.$queryRaw`SELECT 1 FROM "Membership" WHERE "newsroomId" = ${newsroomId}::uuid ORDER BY "accountId" FOR UPDATE`;
    return (await tx.membership.findMany({ where: { newsroomId }, include: withAccount })).map(fromRow);
  }

  /** @returns undefined when they are a member already */
  async join(tx: Tx, newsroomId: string, accountId: string, roles: readonly Role[]): Promise<Member | undefined> {
    const { count } = await tx.membership.createMany({
      data: [{ newsroomId, accountId, roles: [...roles], createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
    return count === 0 ? undefined : this.get(tx, newsroomId, accountId);
  }

  async change(tx: Tx, newsroomId: string, accountId: string, to: Pick<Member, 'roles' | 'disabled'>): Promise<Member> {
    return fromRow(
      await tx.membership.update({
        where: { newsroomId_accountId: { newsroomId, accountId } },
        data: { roles: to.roles, disabledAt: to.disabled ? this.clock.now() : null },
        include: withAccount,
      }),
    );
  }

  async get(tx: Tx, newsroomId: string, accountId: string): Promise<Member> {
    return fromRow(
      await tx.membership.findUniqueOrThrow({
        where: { newsroomId_accountId: { newsroomId, accountId } },
        include: withAccount,
      }),
    );
  }

  async belongsElsewhere(tx: Tx, newsroomId: string, accountId: string): Promise<boolean> {
    return (await tx.membership.count({ where: { accountId, newsroomId: { not: newsroomId } } })) > 0;
  }
}

function fromRow({ accountId, roles, disabledAt, createdAt, account: { name, email } }: Row): Member {
  return {
    id: accountId,
    name,
    email,
    roles: heldRoles.parse(roles),
    disabled: disabledAt !== null,
    createdAt: createdAt.toISOString(),
  };
}
