import { Injectable } from '@nestjs/common';
import type { SessionView, SignIn } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { SessionStore } from '../platform/sessions/session-store';
import { AccountRepository, type AccountWithNewsrooms } from './account.repository';
import { heldRoles } from './held-roles';
import { SignInLimit } from './sign-in-limit';

/** A session that was just opened: what its owner sees, and the secret that their browser keeps. */
export interface OpenedSession {
  readonly view: SessionView;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Signing in and out, and the newsroom that a session works in. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly limit: SignInLimit,
    private readonly sessions: SessionStore,
  ) {}

  /**
   * Opens a new session in the account's first newsroom and ends the one that the browser had.
   * Known and unknown names, and accounts without a newsroom, take the same way and get the same answer.
   * @throws ProblemError `wrong-password`, `too-many-attempts`
   */
  async signIn({ email, password }: SignIn, formerSecret: string | undefined): Promise<OpenedSession> {
    const name = email.toLowerCase();
    const account = await this.database.lookUp((tx) => this.accounts.byEmail(tx, name));
    const [membership] = account?.memberships ?? [];
    const isRight = await this.limit.verify(name, membership && account?.passwordHash, password);
    if (!isRight || !account || !membership) throw new ProblemError('wrong-password', {}, { email: name });
    return this.database.acrossNewsrooms(async (tx) => {
      // The password may have been changed since it was verified, and with it every session ended.
      if ((await this.accounts.lockPassword(tx, account.id)) !== account.passwordHash)
        throw new ProblemError('wrong-password', {}, { email: name });
      if (formerSecret !== undefined) await this.sessions.endBySecret(tx, formerSecret);
      await this.sessions.prune(tx, account.id);
      return this.open(tx, account, membership.newsroomId);
    });
  }

  /** Ends every session and token of an account, in all newsrooms, and opens a new one for whoever asks. */
  async startOver(tx: Tx, actor: Actor, account: AccountWithNewsrooms): Promise<OpenedSession> {
    await this.sessions.assertBrowser(tx, actor);
    await this.sessions.end(tx, { accountId: account.id });
    return this.open(tx, account, actor.newsroomId);
  }

  private async open(tx: Tx, account: AccountWithNewsrooms, newsroomId: string): Promise<OpenedSession> {
    const expiresAt = this.sessions.browserExpiry();
    const { secret } = await this.sessions.open(tx, { accountId: account.id, newsroomId, kind: 'browser', expiresAt });
    return { view: viewOf(account, newsroomId), secret, expiresAt };
  }

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

  /** @throws ProblemError `not-found` where the account has no active membership; `forbidden` for a token, which belongs to one newsroom */
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
}

function viewOf(
  { id, name, email, mustChangePassword, memberships }: AccountWithNewsrooms,
  newsroomId: string,
): SessionView {
  const here = memberships.find((membership) => membership.newsroomId === newsroomId);
  if (!here) throw new ProblemError('unauthenticated');
  return {
    account: { id, name, email },
    newsroom: here.newsroom,
    roles: heldRoles.parse(here.roles),
    mustChangePassword,
    newsrooms: memberships.map(({ newsroom }) => newsroom),
  };
}
