import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@belegg/contract';
import { invalidField } from '../platform/problem-error';
import type { AccountWithNewsrooms } from './account.repository';
import { Passwords } from './passwords.service';
import { SignInLimit } from './sign-in-limit';

/** Whether one password may take the place of another. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly limit: SignInLimit,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Wrong guesses of the old password count as failed sign-ins. Takes a while, so not within a transaction.
   * @returns the hash of the new password
   * @throws ProblemError `invalid`, `too-many-attempts`, `unavailable`
   */
  async prepare(account: AccountWithNewsrooms, { current, next }: ChangePassword): Promise<string> {
    const { email, name, passwordHash, memberships } = account;
    if (!(await this.limit.verify({ name: email }, passwordHash, current)))
      throw invalidField('/current', 'wrongPassword');
    if (next.normalize('NFKC') === current.normalize('NFKC')) throw invalidField('/next', 'samePassword');
    const about = [email, name, ...memberships.map(({ newsroom }) => newsroom.name)];
    if (await this.passwords.isGuessable(next, about)) throw invalidField('/next', 'commonPassword');
    return this.passwords.hash(next);
  }
}
