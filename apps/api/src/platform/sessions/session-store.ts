import { Injectable } from '@nestjs/common';
import { roles, scopes, type Scope } from '@belegg/domain';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../actor';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import { execute, readRows, sql, type Sql } from '../database/statements';
import { newId } from '../ids';
import { isHiddenFrom } from '../redaction/hidden';
import { ProblemError } from '../problem-error';

const hour = 3_600_000;
/** Milliseconds. A browser's session ends after so long without a call, and after so long in any case. */
export const browserLimits = { idle: 12 * hour, absolute: 7 * 24 * hour } as const;
/** `lastSeenAt` is exact to this many milliseconds, so that a call seldom has to write. */
const precision = 60_000;

/** Milliseconds for which a password that was given counts as recent. */
export const recentPassword = hour / 4;

const heldRoles = z.array(z.enum(roles));
const heldScopes = z.array(z.enum(scopes));

export interface NewSession {
  readonly accountId: string;
  readonly newsroomId: string;
  readonly kind: 'browser' | 'token';
  readonly name?: string;
  /** Of a token. */
  readonly scopes?: readonly Scope[];
  readonly expiresAt: Date;
}

export interface ResolvedSession {
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
  /** What a token may do; undefined for a browser, which may do what its owner may. */
  readonly scopes: readonly Scope[] | undefined;
  /** Whether somebody gave their password at this browser a short while ago. */
  readonly hasRecentPassword: boolean;
  /** Whether what was asked for beside the session is there. */
  readonly seesSubject: boolean;
}

interface LiveSession extends ResolvedSession {
  readonly lastSeenAt: Date;
}

/**
 * Sessions of browsers and tokens of programs. The secret has 256 random bits and is kept only as its SHA-256, so
 * that a copy of the database signs nobody in.
 */
@Injectable()
export class SessionStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a session; the secret is known only to the caller from here on. */
  async open(tx: Tx, session: NewSession): Promise<{ id: string; secret: string }> {
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const id = newId();
    await tx.session.create({
      data: {
        id,
        ...session,
        name: session.name ?? '',
        scopes: [...(session.scopes ?? [])],
        tokenHash: hashOf(secret),
        createdAt: now,
        lastSeenAt: now,
      },
      select: { id: true },
    });
    return { id, secret };
  }

  /** When a browser's session that begins now ends in any case. */
  browserExpiry(): Date {
    return new Date(this.clock.now().getTime() + browserLimits.absolute);
  }

  /** Ends the browser's session that a secret stands for, if there is one. */
  async endBySecret(tx: Tx, secret: string): Promise<void> {
    await tx.session.deleteMany({ where: { tokenHash: hashOf(secret), kind: 'browser' } });
  }

  /** Ends sessions, and tokens unless the kind says otherwise. @returns how many there were */
  async end(
    tx: Tx,
    which: { id?: string; accountId?: string; newsroomId?: string; kind?: 'browser' | 'token' },
  ): Promise<number> {
    const { count } = await tx.session.deleteMany({ where: which });
    return count;
  }

  /** Lets a session work in another newsroom from here on. */
  async move(tx: Tx, id: string, newsroomId: string): Promise<void> {
    await tx.session.updateMany({ where: { id }, data: { newsroomId } });
  }

  /** Removes what has run out. */
  async prune(tx: Tx, accountId: string): Promise<void> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - browserLimits.idle);
    await tx.session.deleteMany({
      where: { accountId, OR: [{ expiresAt: { lte: now } }, { kind: 'browser', lastSeenAt: { lte: idleSince } }] },
    });
  }

  /**
   * Only a person at a browser may do what decides who gets in; a program's token may not.
   * @throws ProblemError `forbidden`
   */
  async assertBrowser(tx: Tx, { sessionId, newsroomId }: Actor): Promise<void> {
    const session = await tx.session.findFirst({ where: { id: sessionId, newsroomId }, select: { kind: true } });
    if (session?.kind !== 'browser') throw new ProblemError('forbidden');
  }

  /**
   * Whom a secret stands for: undefined when it is unknown, out of date, or its member was disabled.
   * @param subject a condition on the session `s` that is looked up with it
   */
  async resolve(secret: string, subject: Sql): Promise<ResolvedSession | undefined> {
    const session = await this.database.lookUpQuickly((tx) =>
      this.findLive(tx, { tokenHash: hashOf(secret) }, subject),
    );
    if (session) await this.touch(session);
    return session;
  }

  /** The actor as they are now, while their session still stands for them. To ask is no sign of life. */
  async standing({ sessionId, newsroomId }: Actor): Promise<Actor | undefined> {
    const session = await this.database.lookUpQuickly((tx) => this.findLive(tx, { id: sessionId }));
    return session?.actor.newsroomId === newsroomId ? session.actor : undefined;
  }

  private async findLive(
    tx: Tx,
    where: { tokenHash: Uint8Array<ArrayBuffer> } | { id: string },
    subject: Sql = sql`true`,
  ): Promise<LiveSession | undefined> {
    const now = this.clock.now();
    const [session] = await readRows<SessionRow>(
      tx,
      sql`SELECT s."id", s."kind", s."scopes", s."accountId", s."newsroomId", s."createdAt", s."lastSeenAt",
          s."expiresAt", a."name", a."mustChangePassword", m."roles", ${subject} AS "seesSubject", ${hasHidden} AS "hasHidden"
        FROM "Session" s
        JOIN "Account" a ON a."id" = s."accountId"
        JOIN "Membership" m ON m."newsroomId" = s."newsroomId" AND m."accountId" = s."accountId"
        WHERE ${'id' in where ? sql`s."id" = ${where.id}::uuid` : sql`s."tokenHash" = ${where.tokenHash}`}
          AND m."disabledAt" IS NULL`,
    );
    if (!session || session.expiresAt <= now) return undefined;
    const { accountId, newsroomId, lastSeenAt } = session;
    if (session.kind === 'browser' && lastSeenAt.getTime() + browserLimits.idle <= now.getTime()) return undefined;
    return {
      actor: {
        accountId,
        newsroomId,
        name: session.name,
        roles: heldRoles.parse(session.roles),
        sessionId: session.id,
        ...(session.hasHidden && { hasHidden: true }),
      },
      mustChangePassword: session.mustChangePassword,
      scopes: session.kind === 'token' ? heldScopes.parse(session.scopes) : undefined,
      hasRecentPassword: session.kind === 'browser' && session.createdAt.getTime() + recentPassword > now.getTime(),
      seesSubject: session.seesSubject,
      lastSeenAt,
    };
  }

  private async touch({ actor, lastSeenAt }: LiveSession): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - lastSeenAt.getTime() < precision) return;
    try {
      await this.database.lookUp((tx) =>
        execute(tx, sql`UPDATE "Session" SET "lastSeenAt" = ${now} WHERE "id" = ${actor.sessionId}::uuid`),
      );
    } catch (error) {
      // On a full disk one can still read.
      if (!(error instanceof ProblemError && error.code === 'no-space')) throw error;
    }
  }
}

/** A session of a member who is not disabled, and that member. */
interface SessionRow {
  readonly id: string;
  readonly kind: string;
  readonly scopes: string[];
  readonly accountId: string;
  readonly newsroomId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly roles: string[];
  readonly seesSubject: boolean;
  readonly hasHidden: boolean;
}

/** Whether sources of the newsroom are hidden from the member `m`. */
const hasHidden = sql`EXISTS (SELECT FROM "Source" s
  WHERE s."newsroomId" = m."newsroomId" AND ${isHiddenFrom(sql`m."accountId"`)})`;

const hashOf = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());
