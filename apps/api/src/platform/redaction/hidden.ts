import type { HiddenSource } from '@belegg/domain';
import { protectedSourceName } from '@belegg/terms';
import type { Language } from '@belegg/domain';
import type { Tx } from '../database/database';
import { readRows, sql, type Sql } from '../database/statements';

/** Who reads, of the members of a newsroom. */
export interface Reader {
  readonly newsroomId: string;
  readonly accountId: string;
  /** Whether there are sources that they do not see in clear. */
  readonly hasHidden?: boolean | undefined;
}

/** The condition that a source `s` is hidden from a member: it is protected, and they are not named for it. */
export const isHiddenFrom = (accountId: Sql): Sql => sql`(s."protected" AND NOT EXISTS (SELECT FROM "SourceReader" sr
  WHERE sr."newsroomId" = s."newsroomId" AND sr."sourceId" = s."id" AND sr."accountId" = ${accountId}))`;

interface HiddenRow {
  readonly id: string;
  readonly number: number;
  readonly description: string;
  readonly names: string[];
  readonly addresses: string[];
}

/** With all that each was ever called. @param which a condition on the source `s` */
function readHiddenRows(tx: Tx, newsroomId: string, which: Sql): Promise<HiddenRow[]> {
  return readRows<HiddenRow>(
    tx,
    sql`SELECT s."id", s."protectedNumber" AS "number", s."description",
        array_agg(DISTINCT n."name") FILTER (WHERE n."name" <> '') AS "names",
        coalesce(array_agg(DISTINCT d."address") FILTER (WHERE d."address" <> ''), '{}') AS "addresses"
      FROM "Source" s
      JOIN "SourceRevision" r ON r."newsroomId" = s."newsroomId" AND r."sourceId" = s."id"
      CROSS JOIN LATERAL unnest(array_append(r."aliases", r."name")) AS n("name")
      CROSS JOIN LATERAL unnest(array_append(r."domains", r."url")) AS d("address")
      WHERE s."newsroomId" = ${newsroomId}::uuid AND ${which}
      GROUP BY s."newsroomId", s."id"`,
  );
}

/** What a member does not see in clear, and what they see instead. */
export async function readHidden(tx: Tx, reader: Reader, language: Language): Promise<readonly HiddenSource[]> {
  if (!reader.hasHidden) return [];
  const rows = await readHiddenRows(tx, reader.newsroomId, isHiddenFrom(sql`${reader.accountId}::uuid`));
  return rows.map(({ number, ...source }) => ({ ...source, label: protectedSourceName(language, number) }));
}

/** All that is protected, and what outsiders see instead. */
export async function readProtected(tx: Tx, newsroomId: string, language: Language): Promise<readonly HiddenSource[]> {
  const rows = await readHiddenRows(tx, newsroomId, sql`s."protected"`);
  return rows.map(({ number, description, ...source }) => ({
    ...source,
    label: description || protectedSourceName(language, number),
  }));
}
