import type { Tx } from '../platform/database/database';
import { keysOf, type CitedSourceRow } from '../sources';

/** A frozen report as it is stored; `content` are the bytes that its hash names. */
export type ReportRow = NonNullable<Awaited<ReturnType<Tx['report']['findFirst']>>>;

/** All but the content, for lists. */
export type ReportHead = Omit<ReportRow, 'content'>;

export function findReport(tx: Tx, newsroomId: string, id: string): Promise<ReportRow | null> {
  return tx.report.findUnique({ where: { newsroomId_id: { newsroomId, id } } });
}

export function findLatestReport(tx: Tx, newsroomId: string, articleId: string): Promise<ReportRow | null> {
  return tx.report.findFirst({ where: { newsroomId, articleId }, orderBy: { number: 'desc' } });
}

export function listReportHeads(tx: Tx, newsroomId: string, articleId: string): Promise<ReportHead[]> {
  return tx.report.findMany({ where: { newsroomId, articleId }, orderBy: { number: 'desc' }, omit: { content: true } });
}

export function insertReport(tx: Tx, row: ReportRow): Promise<ReportRow> {
  return tx.report.create({ data: row });
}

/** What a report says of the newsroom and the article themselves. */
export async function readHead(tx: Tx, newsroomId: string, articleId: string) {
  const newsroom = await tx.newsroom.findUniqueOrThrow({ where: { id: newsroomId } });
  const article = await tx.article.findUniqueOrThrow({ where: { newsroomId_id: { newsroomId, id: articleId } } });
  return { newsroom, article };
}

/**
 * The revisions of sources that are cited. Protection holds from when it is said, and backwards: of a source that is
 * protected now, the report knows what outsiders are told of it now.
 */
export function toReportSource(row: CitedSourceRow) {
  const { sourceId, number, kind, name, url, note, protected: wasProtected, description } = row;
  const isProtected = wasProtected || row.protectedNow;
  return {
    id: sourceId,
    revision: number,
    name,
    note,
    kind,
    description: row.protectedNow ? row.descriptionNow : description,
    protected: isProtected,
    keys: keysOf(row),
    ...(url !== '' && { url }),
  };
}

/** The number of the article's latest event. */
export async function readSeq(tx: Tx, newsroomId: string, articleId: string): Promise<number> {
  const { seq } = await tx.article.findUniqueOrThrow({
    where: { newsroomId_id: { newsroomId, id: articleId } },
    select: { seq: true },
  });
  return seq;
}

/**
 * Whether a report made now would say otherwise. Of a report from before digests were kept the log tells: whether
 * anything has happened to the article since, but for its publication.
 * @param digest of the draft report as it is now
 */
export async function hasChangedSince(
  tx: Tx,
  { newsroomId, articleId, seq, contentSha256 }: ReportHead,
  digest: string,
): Promise<boolean> {
  if (contentSha256 !== null) return contentSha256 !== digest;
  const { changedSeq } = await tx.article.findUniqueOrThrow({
    where: { newsroomId_id: { newsroomId, id: articleId } },
    select: { changedSeq: true },
  });
  return changedSeq > seq;
}
