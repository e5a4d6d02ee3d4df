import type { NewSource } from '@belegg/contract';
import type { SourceKind, SourceRef } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { empty, readRows, send, sql } from '../platform/database/statements';

/** What a source said of itself in one revision. */
export interface SourceRevisionRow {
  readonly sourceId: string;
  readonly number: number;
  readonly kind: SourceKind;
  readonly name: string;
  readonly aliases: string[];
  readonly domains: string[];
  readonly url: string;
  readonly note: string;
  readonly originId: string | null;
  readonly distinct: boolean;
  readonly protected: boolean;
  readonly description: string;
  readonly actorId: string | null;
  readonly createdAt: Date;
}

const columns = sql`r."sourceId", r."number", r."kind", r."name", r."aliases", r."domains", r."url", r."note",
  r."originId", r."distinct", r."protected", r."description", r."actorId", r."createdAt"`;

export interface NewRevision {
  readonly newsroomId: string;
  readonly sourceId: string;
  readonly number: number;
  readonly actorId: string;
  readonly createdAt: Date;
}

export function insertSourceRevision(
  tx: Tx,
  { newsroomId, sourceId, number, actorId, createdAt }: NewRevision,
  { kind, name, aliases, domains, url, note, originId, distinct, description, protected: isProtected }: NewSource,
): void {
  send(
    tx,
    sql`INSERT INTO "SourceRevision" ("newsroomId", "sourceId", "number", "kind", "name", "aliases", "domains", "url",
        "note", "originId", "distinct", "protected", "description", "actorId", "createdAt")
      VALUES (${newsroomId}::uuid, ${sourceId}::uuid, ${number}::int, ${kind}, ${name}, ${aliases}::text[],
        ${domains}::text[], ${url ?? ''}, ${note}, ${originId ?? null}::uuid, ${distinct}::boolean,
        ${isProtected}::boolean, ${description}, ${actorId}::uuid, ${createdAt}::timestamptz)`,
  );
}

/** What a source said of itself, the latest first. @param before revisions with a smaller number alone */
export function readSourceHistory(
  tx: Tx,
  newsroomId: string,
  sourceId: string,
  before: number | undefined,
  limit: number,
): Promise<SourceRevisionRow[]> {
  return readRows<SourceRevisionRow>(
    tx,
    sql`SELECT ${columns} FROM "SourceRevision" r
      WHERE r."newsroomId" = ${newsroomId}::uuid AND r."sourceId" = ${sourceId}::uuid
        ${before === undefined ? empty : sql`AND r."number" < ${before}::int`}
      ORDER BY r."number" DESC LIMIT ${limit}::int`,
  );
}

/** A revision that is cited, with what of its source holds now whatever was cited. */
export interface CitedSourceRow extends SourceRevisionRow {
  /** The number of the latest revision. */
  readonly latest: number;
  readonly protectedNow: boolean;
  readonly descriptionNow: string;
}

/** The revisions of sources that these name, each once. Retired sources are among them. */
export async function readCitedSources(tx: Tx, newsroomId: string, refs: Iterable<SourceRef>): Promise<CitedSources> {
  const wanted = new Map([...refs].map((ref) => [refKey(ref), ref]));
  if (wanted.size === 0) return new CitedSources([]);
  const named = [...wanted.values()];
  const rows = await readRows<CitedSourceRow>(
    tx,
    sql`SELECT ${columns}, s."revision" AS "latest", s."protected" AS "protectedNow", s."description" AS "descriptionNow"
      FROM unnest(${named.map(({ sourceId }) => sourceId)}::uuid[],
        ${named.map(({ sourceRevision }) => sourceRevision)}::int[]) AS wanted("sourceId", "number")
      JOIN "SourceRevision" r ON r."newsroomId" = ${newsroomId}::uuid AND r."sourceId" = wanted."sourceId"
        AND r."number" = wanted."number"
      JOIN "Source" s ON s."newsroomId" = r."newsroomId" AND s."id" = r."sourceId"`,
  );
  return new CitedSources(rows);
}

/** Revisions of sources, to be looked up. */
export class CitedSources {
  private readonly byRef: ReadonlyMap<string, CitedSourceRow>;

  constructor(readonly rows: readonly CitedSourceRow[]) {
    this.byRef = new Map(rows.map((row) => [refKey({ sourceId: row.sourceId, sourceRevision: row.number }), row]));
  }

  /** @throws Error when it was not among those that were read */
  get(ref: SourceRef): CitedSourceRow {
    const row = this.byRef.get(refKey(ref));
    if (!row) throw new Error(`revision ${ref.sourceRevision} of source ${ref.sourceId} was not read`);
    return row;
  }
}

const refKey = ({ sourceId, sourceRevision }: SourceRef): string => `${sourceId}.${sourceRevision}`;

/** Who says of itself that it repeats whom, in which revision. */
export interface LineageNode {
  readonly id: string;
  readonly revision: number;
  readonly originId: string | undefined;
}

/** Some sources, and all that they go back to by default. */
export async function readLineage(
  tx: Tx,
  newsroomId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LineageNode>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<{ id: string; revision: number; originId: string | null }>(
    tx,
    sql`WITH RECURSIVE reached AS (
        SELECT s."id", s."revision", s."originId" FROM "Source" s
        WHERE s."newsroomId" = ${newsroomId}::uuid AND s."id" = ANY(${[...ids]}::uuid[])
        UNION
        SELECT s."id", s."revision", s."originId" FROM reached
        JOIN "Source" s ON s."newsroomId" = ${newsroomId}::uuid AND s."id" = reached."originId")
      SELECT * FROM reached`,
  );
  return new Map(rows.map((row) => [row.id, { ...row, originId: row.originId ?? undefined }]));
}
