import { setTimeout as delay } from 'node:timers/promises';
import { ProblemError } from '../problem-error';
import { causeOf, isLostConnection, isOutOfSpace, isSerializationFailure } from './database-error';

const attempts = 8;

/**
 * Repeats a transaction that PostgreSQL could not serialize (it left no trace), with a growing random pause.
 * @throws ProblemError `unavailable` when it still fails, or when the database cannot be reached; `no-space`
 */
export async function withRetries<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (isOutOfSpace(error)) throw new ProblemError('no-space');
      if (isLostConnection(error)) throw new ProblemError('unavailable');
      if (!isSerializationFailure(error)) throw causeOf(error);
      if (attempt === attempts) throw new ProblemError('unavailable');
      await delay(Math.random() * 5 * 2 ** attempt);
    }
  }
}
