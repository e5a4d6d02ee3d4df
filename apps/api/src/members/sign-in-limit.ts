import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { PasswordVerifier } from './passwords';

/** So many failures of one name in so many milliseconds. */
export const signInLimit = { failures: 20, window: 15 * 60_000 } as const;

/**
 * Counts failed sign-ins by the name that was given, known or not, in the database, so that all processes count
 * together. Only failures count; a success clears none, they grow old.
 */
@Injectable()
export class SignInLimit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly verifier: PasswordVerifier,
  ) {}

  /**
   * Verifies a password within the limit. The verification runs outside of a transaction; attempts on one name are
   * then judged one after the other, so that however many run at once, no more than the limit learn that they were wrong.
   * @param passwordHash undefined for a name that nobody has; it takes the same way
   * @throws ProblemError `too-many-attempts`
   */
  async verify(name: string, passwordHash: string | undefined, password: string): Promise<boolean> {
    // Spares the work of a verification whose result would not be told.
    if (!(await this.database.lookUp((tx) => this.isOpen(tx, name)))) throw tooMany(name);
    const isRight = await this.verifier.matches(passwordHash, password);
    const isTold = await this.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in ${name}`}, 0))`;
      if (!(await this.isOpen(tx, name))) return false;
      if (!isRight) await this.countFailure(tx, name);
      return true;
    });
    if (!isTold) throw tooMany(name);
    return isRight;
  }

  private async isOpen(tx: Tx, email: string): Promise<boolean> {
    return (await tx.signInFailure.count({ where: { email, at: { gt: this.windowStart() } } })) < signInLimit.failures;
  }

  private async countFailure(tx: Tx, email: string): Promise<void> {
    await tx.signInFailure.create({ data: { email, at: this.clock.now() } });
    await tx.$executeRaw`
      DELETE FROM "SignInFailure" WHERE "id" IN (
        SELECT "id" FROM "SignInFailure" WHERE "at" <= ${this.windowStart()} LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
  }

  private windowStart(): Date {
    return new Date(this.clock.now().getTime() - signInLimit.window);
  }
}

const tooMany = (email: string): ProblemError => new ProblemError('too-many-attempts', {}, { email });
