import { languages, type Language } from '@belegg/domain';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';
import { empty, readRows, sql } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';

/** What is said of an article, beside its text. */
export interface Metadata {
  readonly title: string;
  readonly author: string;
  /** "2024-12-01" */
  readonly date: string | undefined;
  readonly language: Language;
}

export interface ArticleRow extends Metadata {
  readonly id: string;
  /** Rises when the metadata change. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An article in a list, with its current revision. */
export interface ListedArticle extends ArticleRow {
  readonly revision: { readonly id: string; readonly number: number; readonly sha256: string };
}

const storedLanguage = z.enum(languages);
type Stored = Omit<ArticleRow, 'date' | 'language'> & { readonly date: Date | null; readonly language: string };

function toRow<Row extends Stored>({ date, language, ...row }: Row) {
  return { ...row, date: date?.toISOString().slice(0, 10), language: storedLanguage.parse(language) };
}

const toColumns = ({ date, ...said }: Metadata) => ({ ...said, date: date === undefined ? null : new Date(date) });

export async function insertArticle(
  tx: Tx,
  newsroomId: string,
  id: string,
  metadata: Metadata,
  now: Date,
): Promise<void> {
  await tx.article.create({ data: { newsroomId, id, ...toColumns(metadata), createdAt: now, updatedAt: now } });
}

/** Replaces what is said of it, as a new version. */
export async function updateMetadata(tx: Tx, newsroomId: string, id: string, metadata: Metadata): Promise<void> {
  await tx.article.update({
    where: { newsroomId_id: { newsroomId, id } },
    data: { ...toColumns(metadata), version: { increment: 1 } },
    select: { id: true },
  });
}

/** @throws ProblemError `not-found` */
export async function getArticle(tx: Tx, newsroomId: string, id: string): Promise<ArticleRow> {
  const row = await tx.article.findUnique({
    where: { newsroomId_id: { newsroomId, id } },
    select: {
      id: true,
      title: true,
      author: true,
      date: true,
      language: true,
      version: true,
      createdAt: true,
      updatedAt: true,
    },
  });
  if (!row) throw new ProblemError('not-found');
  return toRow(row);
}

type StoredListed = Stored & {
  readonly revisionId: string;
  readonly number: number;
  readonly sha256: string;
};

/** The newest first; ids sort by the time they were made. @param before the id after which the page begins */
export async function listArticles(
  tx: Tx,
  newsroomId: string,
  before: string | undefined,
  limit: number,
): Promise<ListedArticle[]> {
  const rows = await readRows<StoredListed>(
    tx,
    sql`SELECT a."id", a."title", a."author", a."date", a."language", a."version", a."createdAt", a."updatedAt",
        t."id" AS "revisionId", t."number", t."sha256"
      FROM "Article" a
      JOIN "ArticleRevision" t
        ON t."newsroomId" = a."newsroomId" AND t."articleId" = a."id" AND t."number" = a."revision"
      WHERE a."newsroomId" = ${newsroomId}::uuid ${before === undefined ? empty : sql`AND a."id" < ${before}::uuid`}
      ORDER BY a."id" DESC LIMIT ${limit}::int`,
  );
  return rows.map(({ revisionId, number, sha256, ...row }) => ({
    ...toRow(row),
    revision: { id: revisionId, number, sha256 },
  }));
}
