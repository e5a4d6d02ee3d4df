import type { Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import type { Reader } from '../platform/redaction';
import { findHidden } from './protection.repository';

/**
 * Lets nobody judge, edit or expose what they do not see.
 * @throws ProblemError `not-named` when one of these sources is hidden from the reader
 */
export async function assertNamed(tx: Tx, reader: Reader, sourceIds: readonly string[]): Promise<void> {
  if ((await findHidden(tx, reader, sourceIds)).length > 0) throw new ProblemError('not-named');
}
