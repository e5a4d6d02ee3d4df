import { Injectable } from '@nestjs/common';
import type { NewToken, Token, TokenWithSecret } from '@belegg/contract';
import { z } from 'zod';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { ProblemError } from '../platform/problem-error';
import { SessionStore } from '../platform/sessions/session-store';
import { TokenRepository } from './token.repository';

const pageSize = 100;
const cursorKey = z.tuple([z.uuid()]);

/** A person's tokens for programs, in one newsroom. */
@Injectable()
export class TokenService {
  constructor(
    private readonly database: Database,
    private readonly tokens: TokenRepository,
    private readonly sessions: SessionStore,
    private readonly log: EventLog,
  ) {}

  async list(actor: Actor, cursor: string | undefined): Promise<{ items: Token[]; nextCursor?: string }> {
    const [after] = decodeCursor(cursor, cursorKey) ?? [];
    const found = await this.database.inNewsroom(actor.newsroomId, (tx) =>
      this.tokens.page(tx, actor, after, pageSize + 1),
    );
    return pageOf(found, pageSize, ({ id }) => [id]);
  }

  /** Asked of browsers alone (`grantsAccess`), or a token that leaked could live on in others. */
  async create(actor: Actor, wanted: NewToken): Promise<TokenWithSecret> {
    return this.database.inNewsroom(actor.newsroomId, async (tx) => {
      const { id, secret } = await this.tokens.open(tx, actor, wanted);
      const token = await this.tokens.get(tx, actor, id);
      if (!token) throw new ProblemError('not-found');
      await this.log.append(tx, actor, {
        type: 'token.created',
        subjectId: id,
        data: { name: token.name, scopes: [...token.scopes], expiresAt: token.expiresAt },
      });
      return { ...token, secret };
    });
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.inNewsroom(actor.newsroomId, async (tx) => {
      const token = await this.tokens.get(tx, actor, id);
      const ended = await this.sessions.end(tx, {
        id,
        accountId: actor.accountId,
        newsroomId: actor.newsroomId,
        kind: 'token',
      });
      if (!token || ended === 0) throw new ProblemError('not-found');
      await this.log.append(tx, actor, { type: 'token.revoked', subjectId: id, data: { name: token.name } });
    });
  }
}
