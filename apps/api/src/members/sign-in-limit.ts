import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';
import { networkOf } from './network';
import { Passwords } from './passwords.service';

/** So many failures of one name, of one known browser, and of one network in so many milliseconds. */
export const signInLimit = { failures: 20, ofNetwork: 100, window: 15 * 60_000 } as const;
/**
 * So many askings for a link of one name and one network, and uses of links, in the same time. They are counted apart
 * from sign-ins.
 */
export const linkLimit = { ofName: 5, ofNetwork: 50 } as const;

/** Somebody who says that they are somebody. */
export interface Attempt {
  /** What was typed: an e-mail address in lower case, known or not. */
  readonly name: string;
  /** Where it comes from; undefined for somebody who is signed in. */
  readonly address?: string | undefined;
  /** The known browser of this name, if it comes from one. */
  readonly browserId?: string | undefined;
}

/** What failures are counted for. */
interface Subject {
  readonly name: string;
  readonly most: number;
}

/**
 * Strangers are counted by name and by network. A browser that this name signed in with before is counted by itself, so
 * that no stranger's failures keep a person out of their own account.
 */
function subjectsOf({ name, address, browserId }: Attempt): Subject[] {
  if (browserId !== undefined) return [{ name: `browser ${browserId}`, most: signInLimit.failures }];
  return [
    { name: `name ${name}`, most: signInLimit.failures },
    ...(address === undefined ? [] : [{ name: `network ${networkOf(address)}`, most: signInLimit.ofNetwork }]),
  ];
}

/**
 * Counts failed sign-ins in the database, so that all processes count together. Only failures count; a success clears
 * none, they grow old.
 */
@Injectable()
export class SignInLimit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Verifies a password within the limit. The verification runs outside of a transaction; attempts for one subject are
   * then judged one after the other, so that however many run at once, no more than the limit learn that they were
   * wrong.
   * @param passwordHash undefined for a name that nobody has; it takes the same way
   * @throws ProblemError `too-many-attempts`; `unavailable` when too many wait
   */
  async verify(attempt: Attempt, passwordHash: string | undefined, password: string): Promise<boolean> {
    const subjects = subjectsOf(attempt);
    // Spares the work of a verification whose result would not be told.
    const closed = await this.database.lookUpInSignIn((tx) => this.closedUntil(tx, subjects));
    if (closed) throw this.tooMany(attempt, closed);
    const isRight = await this.passwords.matches(passwordHash, password, attempt.browserId !== undefined);
    const closedMeanwhile = await this.database.inSignIn(async (tx) => {
      await this.lock(tx, subjects);
      const until = await this.closedUntil(tx, subjects);
      if (!until && !isRight) await this.countFailure(tx, subjects);
      return until;
    });
    if (closedMeanwhile) throw this.tooMany(attempt, closedMeanwhile);
    return isRight;
  }

  /**
   * Counts one who asks for a link, or uses one, whether they may or not: it costs a mail, or is a guess.
   * @param attempt without a name: by the network alone
   * @throws ProblemError `too-many-attempts`
   */
  async take({ name, address }: { name: string | undefined; address: string }): Promise<void> {
    const subjects = [
      ...(name === undefined ? [] : [{ name: `link ${name}`, most: linkLimit.ofName }]),
      { name: `link network ${networkOf(address)}`, most: linkLimit.ofNetwork },
    ];
    const closed = await this.database.inSignIn(async (tx) => {
      await this.lock(tx, subjects);
      const until = await this.closedUntil(tx, subjects);
      if (!until) await this.countFailure(tx, subjects);
      return until;
    });
    if (closed) throw this.tooMany({ name: name ?? '' }, closed);
  }

  /** The network comes last for everybody, so that no two wait for each other. */
  private async lock(tx: Tx, subjects: readonly Subject[]): Promise<void> {
    for (const { name } of subjects)
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in ${name}`}, 0))`;
  }

  /**
   * @returns when the last of the subjects that have had too many failures may try again; undefined when all may now
   */
  private async closedUntil(tx: Tx, subjects: readonly Subject[]): Promise<Date | undefined> {
    const deciding = await Promise.all(
      subjects.map(({ name, most }) =>
        readRows<{ at: Date }>(
          tx,
          sql`SELECT "at" FROM "SignInFailure" WHERE "subject" = ${name} AND "at" > ${this.windowStart()}
            ORDER BY "at" DESC OFFSET ${most - 1} LIMIT 1`,
        ),
      ),
    );
    const times = deciding.flat().map(({ at }) => at.getTime() + signInLimit.window);
    return times.length === 0 ? undefined : new Date(Math.max(...times));
  }

  private async countFailure(tx: Tx, subjects: readonly Subject[]): Promise<void> {
    const at = this.clock.now();
    await tx.signInFailure.createMany({ data: subjects.map(({ name }) => ({ subject: name, at })) });
    await tx.$executeRaw`
      DELETE FROM "SignInFailure" WHERE "id" IN (
        SELECT "id" FROM "SignInFailure" WHERE "at" <= ${this.windowStart()} LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
  }

  private windowStart(): Date {
    return new Date(this.clock.now().getTime() - signInLimit.window);
  }

  private tooMany({ name }: Attempt, until: Date): ProblemError {
    const seconds = Math.max(1, Math.ceil((until.getTime() - this.clock.now().getTime()) / 1000));
    const values = { minutes: Math.ceil(seconds / 60) };
    return new ProblemError('too-many-attempts', { retryAfter: seconds, values }, { email: name });
  }
}
