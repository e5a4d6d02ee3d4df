import { languages } from '@belegg/domain';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';

const storedLanguage = z.enum(languages);

/**
 * The revisions of an article without their texts, the latest first.
 * @param before the number after which the page begins
 */
export async function listRevisions(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  before: number | undefined,
  limit: number,
) {
  const rows = await tx.articleRevision.findMany({
    where: { newsroomId, articleId, ...(before !== undefined && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit,
    select: { id: true, number: true, sha256: true, language: true, date: true, createdAt: true, createdById: true },
  });
  return rows.map(({ date, language, ...row }) => ({
    ...row,
    language: storedLanguage.parse(language),
    ...(date && { date: date.toISOString().slice(0, 10) }),
  }));
}
