import type { ArticleState } from '@belegg/contract';
import { languages, type Language } from '@belegg/domain';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';
import { empty, readRows, sql, type Sql } from '../platform/database/statements';
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

export interface ArticleSearch {
  /** Empty: all. */
  readonly words: string;
  readonly state: ArticleState | undefined;
  readonly sort: 'newest' | 'updated';
  /** The sort key after which the page begins: `[id]`, or `[updatedAt, id]`. */
  readonly before: readonly string[] | undefined;
  readonly limit: number;
}

const inState: Readonly<Record<ArticleState, Sql>> = {
  open: sql`AND h."signedOffRevision" IS NULL`,
  signed: sql`AND h."signedOffRevision" = a."revision"`,
  changed: sql`AND h."signedOffRevision" < a."revision"`,
};

/**
 * In half of a word that is typed last, a letter or digit says enough; it may be no part of the query's own language.
 */
function holding(typed: string): Sql {
  if (typed === '') return empty;
  const words = typed.toLowerCase();
  const last = /[\p{L}\p{N}]+$/u.exec(words)?.[0] ?? '';
  const rest = words.slice(0, words.length - last.length);
  return sql`AND a."id" IN (SELECT articles_with(${words}, ${rest}, ${last}))`;
}

function after(sort: ArticleSearch['sort'], before: readonly string[] | undefined): Sql {
  const [first, second] = before ?? [];
  if (first === undefined) return empty;
  return sort === 'newest'
    ? sql`AND a."id" < ${first}::uuid`
    : sql`AND (a."updatedAt", a."id") < (${first}::timestamptz, ${second}::uuid)`;
}

/** Ids sort by the time they were made. */
export async function listArticles(
  tx: Tx,
  newsroomId: string,
  { words, state, sort, before, limit }: ArticleSearch,
): Promise<ListedArticle[]> {
  const rows = await readRows<StoredListed>(
    tx,
    sql`SELECT a."id", a."title", a."author", a."date", a."language", a."version", a."createdAt", a."updatedAt",
        t."id" AS "revisionId", t."number", t."sha256"
      FROM "Article" a
      JOIN "ArticleRevision" t
        ON t."newsroomId" = a."newsroomId" AND t."articleId" = a."id" AND t."number" = a."revision"
      ${state === undefined ? empty : sql`JOIN "ArticleHead" h ON h."newsroomId" = a."newsroomId" AND h."articleId" = a."id"`}
      WHERE a."newsroomId" = ${newsroomId}::uuid ${after(sort, before)} ${holding(words)}
        ${state === undefined ? empty : inState[state]}
      ORDER BY ${sort === 'newest' ? empty : sql`a."updatedAt" DESC,`} a."id" DESC LIMIT ${limit}::int`,
  );
  return rows.map(({ revisionId, number, sha256, ...row }) => ({
    ...toRow(row),
    revision: { id: revisionId, number, sha256 },
  }));
}
