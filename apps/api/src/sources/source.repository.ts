import type { NewSource } from '@belegg/contract';
import type { Language, OriginNode } from '@belegg/domain';
import { protectedSourceName } from '@belegg/terms';
import { Prisma } from '../generated/prisma/client';
import type { Source } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import { readRows } from '../platform/database/statements';
import { isHiddenFrom, type Reader } from '../platform/redaction';

/** A source that is not retired, with the number of annotations that cite it now. */
export type SourceRow = Source & { readonly uses: number };

/** Who looks at the registry, and in which language a name is told that they do not see. */
export interface Looking extends Reader {
  readonly language: Language;
}

/** Whether a source `s` is hidden from a reader. */
const isHidden = ({ hasHidden, accountId }: Reader): Prisma.Sql =>
  hasHidden ? isHiddenFrom(Prisma.sql`${accountId}::uuid`) : Prisma.sql`false`;

/** A source in the registry as somebody may see it, with the name by which it stands there. */
export type ListedSource = SourceRow & { readonly shownName: string };

const uses = Prisma.sql`(
  SELECT count(DISTINCT c."annotationId")::int FROM "HeadCitation" c
  WHERE c."newsroomId" = s."newsroomId" AND c."sourceId" = s."id" AND c."depth" = 0) AS "uses"`;

export async function findSource(tx: Tx, newsroomId: string, id: string): Promise<SourceRow | undefined> {
  const rows = await readRows<SourceRow>(
    tx,
    Prisma.sql`
    SELECT s.*, ${uses} FROM "Source" s WHERE s."newsroomId" = ${newsroomId}::uuid AND s."id" = ${id}::uuid AND s."retiredAt" IS NULL`,
  );
  return rows[0];
}

export interface SourcePage {
  /** Each has to stand in the name, or all of them in one alias. */
  readonly words: readonly string[];
  /** Those alone that repeat this one. */
  readonly originId: string | undefined;
  /** The name and id of the last source of the page before. */
  readonly after: readonly [name: string, id: string] | undefined;
  readonly limit: number;
}

/**
 * Sources by name, compared as a Norwegian reader does, whatever the locale of the database. A hidden one stands where
 * its label does and is found by that alone, or its place would tell its name.
 */
export function listSources(
  tx: Tx,
  reader: Looking,
  { words, originId, after, limit }: SourcePage,
): Promise<ListedSource[]> {
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const label = Prisma.sql`replace(${protectedSourceName(reader.language, '#')}, '#', s."protectedNumber"::text)`;
  const shownName = Prisma.sql`CASE WHEN ${isHidden(reader)} THEN ${label} ELSE s."name" END`;
  const sortName = Prisma.sql`lower(${shownName} COLLATE "nb-x-icu")`;
  return readRows<ListedSource>(
    tx,
    Prisma.sql`
    SELECT s.*, ${uses}, ${shownName} AS "shownName" FROM "Source" s
    WHERE s."newsroomId" = ${reader.newsroomId}::uuid AND s."retiredAt" IS NULL
      ${originId === undefined ? Prisma.empty : Prisma.sql`AND s."originId" = ${originId}::uuid`}
      AND EXISTS (
        SELECT FROM unnest(CASE WHEN ${isHidden(reader)} THEN ARRAY[${label}] ELSE array_append(s."aliases", s."name") END)
          AS called("name")
        WHERE NOT EXISTS (
          SELECT FROM unnest(${patterns}::text[]) AS wanted("pattern")
          WHERE lower(called."name" COLLATE "nb-x-icu") NOT LIKE lower(wanted."pattern" COLLATE "nb-x-icu")))
      ${after ? Prisma.sql`AND (${sortName}, s."id") > (lower(${after[0]} COLLATE "nb-x-icu"), ${after[1]}::uuid)` : Prisma.empty}
    ORDER BY ${sortName}, s."id" LIMIT ${limit}`,
  );
}

/** How many sources are listed as like a new one. */
const mostSimilar = 20;

/** What all sources are called and where they publish, but for those that the reader does not see. */
export function readLikenesses(tx: Tx, reader: Reader): Promise<Source[]> {
  return readRows<Source>(
    tx,
    Prisma.sql`
    SELECT s.* FROM "Source" s
    WHERE s."newsroomId" = ${reader.newsroomId}::uuid AND s."retiredAt" IS NULL AND NOT ${isHidden(reader)}
    ORDER BY s."createdAt", s."id"`,
  );
}

/** These sources, in this order, as far as they are not retired; the first few. */
export async function findSources(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<SourceRow[]> {
  const wanted = ids.slice(0, mostSimilar);
  if (wanted.length === 0) return [];
  const rows = await readRows<SourceRow>(
    tx,
    Prisma.sql`
    SELECT s.*, ${uses} FROM "Source" s
    WHERE s."newsroomId" = ${newsroomId}::uuid AND s."id" = ANY(${wanted}::uuid[]) AND s."retiredAt" IS NULL`,
  );
  return rows.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
}

/**
 * The sources that were ever cited with an address on a domain, as far as the reader sees them; those cited most often
 * first.
 */
export async function findCitedOn(tx: Tx, reader: Reader, domain: string): Promise<string[]> {
  const rows = await readRows<{ sourceId: string }>(
    tx,
    Prisma.sql`
    SELECT c."sourceId" FROM "Citation" c
    JOIN "Source" s ON s."newsroomId" = c."newsroomId" AND s."id" = c."sourceId" AND NOT ${isHidden(reader)},
      lower(split_part(split_part(split_part(c."url", '/', 3), '@', -1), ':', 1)) AS host
    WHERE c."newsroomId" = ${reader.newsroomId}::uuid AND c."url" <> ''
      AND (host = ${domain} OR right(host, ${domain.length + 1}::int) = ${`.${domain}`})
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostSimilar}::int`,
  );
  return rows.map(({ sourceId }) => sourceId);
}

/** Only one transaction at a time adds sources, so that two of them cannot add the same one. */
export async function lockNames(tx: Tx, newsroomId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sources of ${newsroomId}`}, 0))`);
}

/**
 * The sources that are called so, by name or else by an alias, whatever the case; of several, the one that came first.
 */
export async function findNamed(
  tx: Tx,
  reader: Reader,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows<{ wanted: string; id: string }>(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (wanted."name") wanted."name" AS "wanted", s."id"
    FROM unnest(${[...names]}::text[]) AS wanted("name"), "Source" s, unnest(array_append(s."aliases", s."name")) AS called("name")
    WHERE s."newsroomId" = ${reader.newsroomId}::uuid AND s."retiredAt" IS NULL AND NOT ${isHidden(reader)}
      AND lower(called."name" COLLATE "nb-x-icu") = lower(wanted."name" COLLATE "nb-x-icu")
    ORDER BY wanted."name", lower(s."name" COLLATE "nb-x-icu") = lower(wanted."name" COLLATE "nb-x-icu") DESC, s."id"`,
  );
  return new Map(rows.map(({ wanted, id }) => [wanted, id]));
}

/** A source that can be cited: the number of its latest revision, and whom it repeats by default. */
export type HeldSource = Pick<Source, 'id' | 'revision' | 'originId'>;

/** Those of the sources that can be cited, by id; they cannot be changed or retired before the transaction ends. */
export async function holdSources(
  tx: Tx,
  newsroomId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldSource>> {
  const rows = await readRows<HeldSource>(
    tx,
    Prisma.sql`
    SELECT s."id", s."revision", s."originId" FROM "Source" s
    WHERE s."newsroomId" = ${newsroomId}::uuid AND s."id" = ANY(${[...ids]}::uuid[]) AND s."retiredAt" IS NULL ORDER BY s."id" FOR SHARE`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Locks a source before it is changed or retired, so that nobody can begin to cite it meanwhile. */
export async function lockSource(tx: Tx, newsroomId: string, id: string): Promise<void> {
  await tx.$queryRaw(
    Prisma.sql`SELECT FROM "Source" s WHERE s."newsroomId" = ${newsroomId}::uuid AND s."id" = ${id}::uuid FOR UPDATE`,
  );
}

/** Only one transaction at a time changes who repeats whom, so that two of them cannot close a circle together. */
export async function lockOrigins(tx: Tx, newsroomId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`origins of ${newsroomId}`}, 0))`);
}

/** Who repeats whom. */
export async function readOrigins(tx: Tx, newsroomId: string): Promise<Map<string, OriginNode>> {
  const rows = await tx.source.findMany({
    where: { newsroomId, originId: { not: null } },
    select: { id: true, originId: true },
  });
  return new Map(rows.map(({ id, originId }) => [id, { id, ...(originId !== null && { originId }) }]));
}

export async function isRepeated(tx: Tx, newsroomId: string, id: string): Promise<boolean> {
  return (await tx.source.count({ where: { newsroomId, originId: id, retiredAt: null } })) > 0;
}

export async function insertSource(
  tx: Tx,
  newsroomId: string,
  id: string,
  source: NewSource,
  now: Date,
): Promise<void> {
  await tx.source.create({ data: { newsroomId, id, ...columns(source), createdAt: now, updatedAt: now } });
}

export async function updateSource(
  tx: Tx,
  newsroomId: string,
  id: string,
  number: number,
  source: NewSource,
  now: Date,
): Promise<void> {
  await tx.source.update({
    where: { newsroomId_id: { newsroomId, id } },
    data: { ...columns(source), revision: number, updatedAt: now },
  });
}

export async function retireSource(tx: Tx, newsroomId: string, id: string, now: Date): Promise<void> {
  await tx.source.update({ where: { newsroomId_id: { newsroomId, id } }, data: { retiredAt: now, updatedAt: now } });
}

function columns({ url, originId, aliases, domains, ...rest }: NewSource) {
  return { ...rest, aliases: [...aliases], domains: [...domains], url: url ?? '', originId: originId ?? null };
}
