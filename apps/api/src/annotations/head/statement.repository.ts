import type { SourceRef, Stance, Verdict } from '@belegg/domain';
import { Prisma } from '../../generated/prisma/client';
import type { Tx } from '../../platform/database/database';
import { readRows } from '../../platform/database/statements';
import { within, type Scope } from './scope';

/** A quote as it stands in one text. */
export interface QuoteRow {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** One annotation revision: what it says, and of which passage. */
export interface StatementRow extends QuoteRow {
  readonly annotationId: string;
  readonly number: number;
  readonly articleRevision: number;
  readonly start: number;
  readonly end: number;
  /** None on an open question. */
  readonly verdict: Verdict | undefined;
  readonly rationale: string;
  readonly authorId: string;
  readonly createdAt: Date;
}

const statementColumns = Prisma.sql`r."annotationId", r."number", r."articleRevision", r."start", r."end", r."exact", r."prefix", r."suffix",
  r."verdict", r."rationale", r."authorId", r."createdAt"`;

async function readStatements(tx: Tx, query: Prisma.Sql): Promise<StatementRow[]> {
  const rows = await readRows<Omit<StatementRow, 'verdict'> & { readonly verdict: Verdict | null }>(tx, query);
  return rows.map((row) => ({ ...row, verdict: row.verdict ?? undefined }));
}

/** What each annotation says now. */
export function readLatest(tx: Tx, scope: Scope): Promise<StatementRow[]> {
  return readStatements(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (r."annotationId") ${statementColumns}
    FROM "AnnotationRevision" r WHERE ${within(scope, 'r')} ORDER BY r."annotationId", r."number" DESC`,
  );
}

/** All that it ever said, the latest first. */
export function readAll(tx: Tx, scope: Scope): Promise<StatementRow[]> {
  return readStatements(
    tx,
    Prisma.sql`
    SELECT ${statementColumns}
    FROM "AnnotationRevision" r WHERE ${within(scope, 'r')} ORDER BY r."annotationId", r."number" DESC`,
  );
}

export interface AnchorQuoteRow extends QuoteRow {
  readonly annotationId: string;
  readonly annotationRevision: number;
}

/** The quotes of the passages to which annotations were anchored on the current text of their article. */
export function readAnchorQuotes(tx: Tx, scope: Scope): Promise<AnchorQuoteRow[]> {
  return readRows<AnchorQuoteRow>(
    tx,
    Prisma.sql`
    SELECT a."annotationId", a."annotationRevision", a."exact", coalesce(a."prefix", '') AS "prefix", coalesce(a."suffix", '') AS "suffix"
    FROM "Anchor" a WHERE ${within(scope, 'a')} AND a."exact" IS NOT NULL
      AND a."articleRevision" = (
        SELECT max(t."number") FROM "ArticleRevision" t WHERE t."newsroomId" = a."newsroomId" AND t."articleId" = a."articleId"
          ${scope.asOf === undefined ? Prisma.empty : Prisma.sql`AND t."number" <= ${scope.asOf}::int`})`,
  );
}

export interface CitationRow {
  readonly id: string;
  readonly annotationId: string;
  readonly annotationRevision: number;
  readonly sourceId: string;
  readonly sourceRevision: number;
  readonly stance: Stance;
  readonly relaysSaid: boolean;
  readonly relaysId: string | null;
  readonly lineage: SourceRef[];
  readonly url: string;
  readonly locator: string;
  readonly quote: string;
  readonly quoteLanguage: string;
  readonly translation: string;
  readonly accessedAt: Date | null;
  readonly evidenceSha256: string | null;
  readonly protected: boolean;
}

/** The citations of every revision, in the order in which they were given. */
export function readCitations(tx: Tx, scope: Scope): Promise<CitationRow[]> {
  return readRows<CitationRow>(
    tx,
    Prisma.sql`
    SELECT c."id", c."annotationId", c."annotationRevision", c."sourceId", c."sourceRevision", c."stance",
           c."relaysSaid", c."relaysId", c."lineage", c."url", c."locator", c."quote", c."quoteLanguage",
           c."translation", c."accessedAt", c."evidenceSha256", c."protected"
    FROM "Citation" c
    JOIN "AnnotationRevision" r ON r."newsroomId" = c."newsroomId" AND r."annotationId" = c."annotationId" AND r."number" = c."annotationRevision"
    WHERE ${within(scope, 'r')} ORDER BY c."annotationId", c."annotationRevision", c."position"`,
  );
}

export interface CreatedRow {
  readonly annotationId: string;
  readonly createdAt: Date;
}

/** When each annotation was made. */
export function readCreated(tx: Tx, scope: Scope): Promise<CreatedRow[]> {
  const chosen =
    'articleIds' in scope
      ? Prisma.sql`a."articleId" = ANY(${[...scope.articleIds]}::uuid[])`
      : Prisma.sql`a."id" = ANY(${[...scope.annotationIds]}::uuid[])`;
  return readRows<CreatedRow>(
    tx,
    Prisma.sql`
    SELECT a."id" AS "annotationId", a."createdAt" FROM "Annotation" a
    WHERE a."newsroomId" = ${scope.newsroomId}::uuid AND ${chosen}`,
  );
}
