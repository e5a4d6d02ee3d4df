import { Injectable } from '@nestjs/common';
import type { SessionView } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { SecurityLog } from '../platform/security-log';
import { SessionStore } from '../platform/sessions/session-store';
import type { Visit } from '../platform/sessions/visit';
import type { AccountWithNewsrooms } from './account.repository';
import { AccountMails } from './account-mails';
import { browserName } from './browser-name';
import { heldRoles } from './held-roles';
import { KnownBrowsers, type BrowserSecret } from './known-browsers';

/** A session that was just opened: what its owner sees, and the secrets that their browser keeps. */
export interface OpenedSession extends BrowserSecret {
  readonly view: SessionView;
  readonly browser: BrowserSecret;
}

/** Opens sessions of browsers. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly browsers: KnownBrowsers,
    private readonly securityLog: SecurityLog,
    private readonly mails: AccountMails,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for whoever just proved who they are, in the place of the one that the browser had, if any. */
  async open(tx: Tx, account: AccountWithNewsrooms, newsroomId: string, visit: Visit): Promise<OpenedSession> {
    if (visit.session !== undefined) await this.sessions.endBySecret(tx, visit.session);
    await this.sessions.prune(tx, account.id);
    const isKnown =
      visit.browser !== undefined && (await this.browsers.find(tx, account.id, visit.browser)) !== undefined;
    // Whoever signs in for the first time knows of it.
    const isToBeTold = !isKnown && (await this.browsers.areKnown(tx, account.id));
    const expiresAt = this.sessions.browserExpiry();
    const name = browserName(visit.userAgent);
    const { id, secret } = await this.sessions.open(tx, {
      accountId: account.id,
      newsroomId,
      kind: 'browser',
      name,
      expiresAt,
    });
    const browser = await this.browsers.remember(tx, account.id, visit.browser);
    await this.securityLog.note(
      tx,
      'signed-in',
      visit,
      { newsroomId, accountId: account.id },
      {
        session: id,
        browser: isKnown ? 'known' : 'new',
        name,
      },
    );
    if (isToBeTold)
      await this.mails.send(tx, {
        what: 'newBrowser',
        email: account.email,
        browser: name,
        at: this.clock.now().toISOString(),
        language: await this.mails.languageOf(tx, account.id),
      });
    return { view: viewOf(account, newsroomId), secret, expiresAt, browser };
  }

  /**
   * Ends every session and token of an account, in all newsrooms, forgets its browsers, and opens a new session for
   * whoever asks.
   */
  async startOver(tx: Tx, actor: Actor, account: AccountWithNewsrooms, visit: Visit): Promise<OpenedSession> {
    await this.sessions.assertBrowser(tx, actor);
    await this.endAll(tx, account.id);
    return this.open(tx, account, actor.newsroomId, visit);
  }

  /** Ends every session and token of an account and forgets its browsers. */
  async endAll(tx: Tx, accountId: string): Promise<void> {
    await this.sessions.end(tx, { accountId });
    await this.browsers.forget(tx, accountId);
  }
}

/** What somebody sees of their session. @throws ProblemError `unauthenticated` where they are no member any more */
export function viewOf(
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
