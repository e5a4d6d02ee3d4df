import { Injectable } from '@nestjs/common';
import { scopes } from '@belegg/domain';
import type { NewToken, Token } from '@belegg/contract';
import type { Prisma } from '../generated/prisma/client';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { SessionStore } from '../platform/sessions/session-store';
import { z } from 'zod';

const day = 86_400_000;
const heldScopes = z.array(z.enum(scopes));
const shown = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
} satisfies Prisma.SessionSelect;
type Row = Prisma.SessionGetPayload<{ select: typeof shown }>;

/** Tokens are sessions of the kind "token". */
@Injectable()
export class TokenRepository {
  constructor(
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Those that still work, the oldest first. @param after the id of the last one before this page */
  async page(tx: Tx, { accountId, newsroomId }: Actor, after: string | undefined, size: number): Promise<Token[]> {
    const where = {
      accountId,
      newsroomId,
      kind: 'token',
      expiresAt: { gt: this.clock.now() },
      ...(after !== undefined && { id: { gt: after } }),
    };
    return (await tx.session.findMany({ where, select: shown, orderBy: { id: 'asc' }, take: size })).map(fromRow);
  }

  async get(tx: Tx, { accountId, newsroomId }: Actor, id: string): Promise<Token | undefined> {
    const row = await tx.session.findFirst({ where: { id, accountId, newsroomId, kind: 'token' }, select: shown });
    return row ? fromRow(row) : undefined;
  }

  open(
    tx: Tx,
    { accountId, newsroomId }: Actor,
    { name, scopes, days }: NewToken,
  ): Promise<{ id: string; secret: string }> {
    const expiresAt = new Date(this.clock.now().getTime() + days * day);
    return this.sessions.open(tx, { accountId, newsroomId, kind: 'token', name, scopes, expiresAt });
  }
}

function fromRow({ id, name, scopes, createdAt, lastSeenAt, expiresAt }: Row): Token {
  return {
    id,
    name,
    scopes: heldScopes.parse(scopes),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
