import type { Tx } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { ProblemError } from '../platform/problem-error';
import { findSource, holdSources } from './source.repository';
import { toSourceView } from './source.view';

/**
 * Holds a source so that it cannot be changed before the transaction ends.
 * @returns the number of its latest revision
 * @throws ProblemError `not-found`; `stale` when it is not what was looked at
 */
export async function holdCurrent(tx: Tx, newsroomId: string, id: string, ifMatch: string): Promise<number> {
  await holdSources(tx, newsroomId, [id]);
  const row = await findSource(tx, newsroomId, id);
  if (!row) throw new ProblemError('not-found');
  assertCurrent(ifMatch, toSourceView(row));
  return row.revision;
}
