import type { Coverage } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { execute, readRows, sql, type Change } from '../platform/database/statements';

/** What an article's coverage is summed up from. */
export type Sums = Pick<Coverage, 'words' | 'byState'>;

/** What holds now of an article. */
export interface ArticleHeadRow extends Sums {
  readonly articleId: string;
  /** The article revision that was signed off last. */
  readonly signedOffRevision: number | null;
}

export function readArticleHeads(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<ArticleHeadRow[]> {
  return readRows<ArticleHeadRow>(
    tx,
    sql`SELECT "articleId", "byState", "words", "signedOffRevision" FROM "ArticleHead"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ANY(${[...articleIds]}::uuid[])`,
  );
}

/** What holds of an article, and who wrote each of its annotations that wait for a decision. */
export interface WaitingHeadRow extends ArticleHeadRow {
  readonly submitted: readonly (readonly string[])[];
}

export function readWaiting(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<WaitingHeadRow[]> {
  return readRows<WaitingHeadRow>(
    tx,
    sql`SELECT a."articleId", a."byState", a."words", a."signedOffRevision", (
        SELECT coalesce(jsonb_agg(h."authorIds"), '[]') FROM "AnnotationHead" h
        WHERE h."newsroomId" = a."newsroomId" AND h."articleId" = a."articleId" AND h."status" = 'submitted'
      ) AS "submitted"
      FROM "ArticleHead" a
      WHERE a."newsroomId" = ${newsroomId}::uuid AND a."articleId" = ANY(${[...articleIds]}::uuid[])`,
  );
}

export async function writeArticleHeads(tx: Tx, newsroomId: string, heads: readonly ArticleHeadRow[]): Promise<void> {
  await execute(
    tx,
    sql`INSERT INTO "ArticleHead" ("newsroomId", "articleId", "byState", "words", "signedOffRevision")
      SELECT ${newsroomId}::uuid, r."articleId", r."byState", r."words", r."signedOffRevision"
      FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb)
        AS r("articleId" uuid, "byState" jsonb, "words" jsonb, "signedOffRevision" int)
      ON CONFLICT ("newsroomId", "articleId") DO UPDATE
        SET "byState" = excluded."byState", "words" = excluded."words", "signedOffRevision" = excluded."signedOffRevision"`,
  );
}

/** Adds to the numbers of sentences in each state and of words. */
export function additionToSums(
  newsroomId: string,
  articleId: string,
  { byState, words }: { readonly byState: Readonly<Partial<Sums['byState']>>; readonly words: Sums['words'] },
): Change {
  return {
    change: sql`UPDATE "ArticleHead" SET "byState" = "byState" || (
        SELECT coalesce(jsonb_object_agg(d."key", coalesce(("byState"->>d."key")::int, 0) + d."value"::int), '{}')
        FROM jsonb_each_text(${JSON.stringify(byState)}::jsonb) AS d),
        "words" = jsonb_build_object('total', ("words"->>'total')::int + ${words.total}::int,
          'open', ("words"->>'open')::int + ${words.open}::int)
      WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ${articleId}::uuid`,
  };
}

/** Notes that the article's latest report is of this article revision. */
export async function setSignedOff(tx: Tx, newsroomId: string, articleId: string, revision: number): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "ArticleHead" SET "signedOffRevision" = ${revision}::int
      WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ${articleId}::uuid`,
  );
}

/** The article revision that each article's latest report is of. */
export async function readSignedOff(
  tx: Tx,
  newsroomId: string,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await readRows<{ articleId: string; articleRevision: number }>(
    tx,
    sql`SELECT DISTINCT ON ("articleId") "articleId", "articleRevision" FROM "Report"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ANY(${[...articleIds]}::uuid[])
      ORDER BY "articleId", "number" DESC`,
  );
  return new Map(rows.map(({ articleId, articleRevision }) => [articleId, articleRevision]));
}
