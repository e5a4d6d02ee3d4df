import { languages } from '@belegg/domain';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** An article as far as its claims need it. */
export interface ArticleOfClaim {
  readonly id: string;
  readonly title: string;
  readonly date: Date | null;
  readonly language: (typeof languages)[number];
}

/** The ids of the approved annotations, but one, that have most in common with these terms, the likest first. */
export async function findCheckedLike(
  tx: Tx,
  terms: readonly (readonly string[])[],
  but: string,
  most: number,
): Promise<string[]> {
  if (terms.length === 0) return [];
  const rows = await readRows<{ id: string }>(
    tx,
    sql`SELECT c AS "id" FROM checked_like(${JSON.stringify(terms)}::jsonb, ${but}::uuid, ${most}::int) c`,
  );
  return rows.map(({ id }) => id);
}

const language = z.enum(languages);

export async function readArticlesOfClaims(
  tx: Tx,
  newsroomId: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, ArticleOfClaim>> {
  const rows = await readRows<Omit<ArticleOfClaim, 'language'> & { language: string }>(
    tx,
    sql`SELECT a."id", a."title", a."date", a."language" FROM "Article" a
      WHERE a."newsroomId" = ${newsroomId}::uuid AND a."id" = ANY(${[...new Set(ids)]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, { ...row, language: language.parse(row.language) }]));
}
