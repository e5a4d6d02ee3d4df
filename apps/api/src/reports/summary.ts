import type { ReportSummary } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { readPeople } from '../platform/people';
import { findPublicPlace } from './publication.repository';
import { hasChangedSince, type ReportHead } from './report.repository';

/**
 * A report in a list. It is current while a report made now would say the same.
 * @param digest of the draft report as it is now
 */
export async function summarize(tx: Tx, head: ReportHead, digest: string): Promise<ReportSummary> {
  const { newsroomId, id, number, articleId, articleRevision, sha256, createdAt, createdById } = head;
  const people = await readPeople(tx, newsroomId, [createdById]);
  const place = await findPublicPlace(tx, newsroomId, articleId, id);
  return {
    id,
    number,
    articleId,
    articleRevision,
    sha256,
    createdAt: createdAt.toISOString(),
    createdBy: people(createdById),
    current: !(await hasChangedSince(tx, head, digest)),
    ...place,
  };
}
