import type { FoundClaim, FoundSource } from '@belegg/contract';
import type { Person } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { isHiddenFrom, type Reader } from '../platform/redaction';

/** Words as they are looked for, in small letters: all, all but the last, and the last, if letters or digits end it. */
export interface Words {
  readonly all: string;
  readonly rest: string;
  readonly last: string;
}

export interface FoundArticleRow {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly date: Date | null;
  /** Empty where the words stand in the title or in the author's name. */
  readonly excerpt: string;
}

export function findArticles(tx: Tx, { all, rest, last }: Words, most: number): Promise<FoundArticleRow[]> {
  return readRows<FoundArticleRow>(
    tx,
    sql`SELECT a."id", a."title", a."author", a."date", CASE WHEN f."rank" <> 1 THEN '' ELSE
        ts_headline('pg_catalog.norwegian', left(t."text", 50000), wanted_words(${all}, ${rest}, ${last}),
          'StartSel="", StopSel="", MaxWords=24, MinWords=10') END AS "excerpt"
      FROM found_articles(${all}, ${rest}, ${last}, ${most}::int) WITH ORDINALITY f("id", "rank", "place")
      JOIN "Article" a ON a."newsroomId" = current_setting('belegg.newsroom')::uuid AND a."id" = f."id"
      JOIN "ArticleRevision" t ON t."newsroomId" = a."newsroomId" AND t."articleId" = a."id" AND t."number" = a."revision"
      ORDER BY f."place" LIMIT ${most}::int`,
  );
}

type FoundClaimRow = Omit<FoundClaim, 'article'> & {
  readonly articleId: string;
  readonly title: string;
  readonly rationale: string;
};

export function findClaims(tx: Tx, { all, rest, last }: Words, most: number): Promise<FoundClaimRow[]> {
  return readRows<FoundClaimRow>(
    tx,
    sql`SELECT h."id" AS "annotationId", h."selector" #>> '{1,exact}' AS "exact", h."verdict", h."status", a."id" AS "articleId",
        a."title", r."rationale"
      FROM found_claims(${all}, ${rest}, ${last}, ${most}::int) WITH ORDINALITY f("id", "place")
      JOIN "AnnotationHead" h ON h."newsroomId" = current_setting('belegg.newsroom')::uuid AND h."id" = f."id"
      JOIN "AnnotationRevision" r ON r."newsroomId" = h."newsroomId" AND r."annotationId" = h."id" AND r."number" = h."revision"
      JOIN "Article" a ON a."newsroomId" = h."newsroomId" AND a."id" = h."articleId"
      ORDER BY f."place" LIMIT ${most}::int`,
  );
}

/** Those that the reader sees: one that is hidden is not found by its name. */
export function findSources(tx: Tx, reader: Reader, { all }: Words, most: number): Promise<FoundSource[]> {
  const isHidden = reader.hasHidden ? isHiddenFrom(sql`${reader.accountId}::uuid`) : sql`false`;
  return readRows<FoundSource>(
    tx,
    sql`SELECT s."id", s."name", s."kind" FROM found_sources(${all}, ${most}::int) WITH ORDINALITY f("id", "rank", "place")
      JOIN "Source" s ON s."newsroomId" = current_setting('belegg.newsroom')::uuid AND s."id" = f."id"
      WHERE NOT ${isHidden} ORDER BY f."place" LIMIT ${most}::int`,
  );
}

export function findPeople(tx: Tx, { all }: Words, most: number): Promise<Person[]> {
  return readRows<Person>(
    tx,
    sql`SELECT a."id", a."name" FROM "Membership" m JOIN "Account" a ON a."id" = m."accountId",
        LATERAL (SELECT name_likeness(folded(${all}), folded(a."name")) AS "likeness") l
      WHERE m."newsroomId" = current_setting('belegg.newsroom')::uuid AND m."disabledAt" IS NULL AND l."likeness" >= 0.5
      ORDER BY l."likeness" DESC, a."name", a."id" LIMIT ${most}::int`,
  );
}
