import { Injectable } from '@nestjs/common';
import type { BrowserSession, SessionView } from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { ProblemError } from '../platform/problem-error';
import { SecurityLog } from '../platform/security-log';
import { SessionStore } from '../platform/sessions/session-store';
import type { Visit } from '../platform/sessions/visit';
import { AccountRepository } from './account.repository';
import { viewOf } from './browser-sessions';
import { BrowserSessionRepository } from './browser-session.repository';

const pageSize = 100;
const cursorKey = z.tuple([z.uuid()]);

/** A person's sessions in browsers, and the newsroom that each works in. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionStore,
    private readonly browserSessions: BrowserSessionRepository,
    private readonly securityLog: SecurityLog,
  ) {}

  async whoAmI({ accountId, newsroomId }: Actor): Promise<SessionView> {
    return viewOf(await this.database.lookUp((tx) => this.accounts.byId(tx, accountId)), newsroomId);
  }

  /** @throws ProblemError `forbidden` for a token, which is revoked instead */
  async signOut(actor: Actor): Promise<void> {
    await this.database.inNewsroom(actor.newsroomId, async (tx) => {
      await this.sessions.assertBrowser(tx, actor);
      await this.sessions.end(tx, { id: actor.sessionId, newsroomId: actor.newsroomId });
    });
  }

  /**
   * @throws ProblemError `not-found` where the account has no active membership; `forbidden` for a token, which belongs
   * to one newsroom
   */
  async switchNewsroom(actor: Actor, newsroomId: string): Promise<SessionView> {
    return this.database.acrossNewsrooms(async (tx) => {
      await this.sessions.assertBrowser(tx, actor);
      const account = await this.accounts.byId(tx, actor.accountId);
      if (!account.memberships.some((membership) => membership.newsroomId === newsroomId))
        throw new ProblemError('not-found');
      await this.sessions.move(tx, actor.sessionId, newsroomId);
      return viewOf(account, newsroomId);
    });
  }

  /** One's own sessions in browsers, in all newsrooms. @throws ProblemError `forbidden` for a token */
  async list(actor: Actor, cursor: string | undefined): Promise<{ items: BrowserSession[]; nextCursor?: string }> {
    const [after] = decodeCursor(cursor, cursorKey) ?? [];
    const found = await this.database.acrossNewsrooms(async (tx) => {
      await this.sessions.assertBrowser(tx, actor);
      return this.browserSessions.page(tx, actor, after, pageSize + 1);
    });
    return pageOf(found, pageSize, ({ id }) => [id]);
  }

  /**
   * Ends one of one's own sessions.
   * @throws ProblemError `forbidden` for a token; `not-found` when it is over, or not one's own
   */
  async end(actor: Actor, id: string, visit: Visit): Promise<void> {
    await this.database.acrossNewsrooms(async (tx) => {
      await this.sessions.assertBrowser(tx, actor);
      if ((await this.sessions.end(tx, { id, accountId: actor.accountId, kind: 'browser' })) === 0)
        throw new ProblemError('not-found');
      await this.securityLog.note(tx, 'session-ended', visit, actor, { session: id });
    });
  }
}
