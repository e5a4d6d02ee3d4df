import type { Range, Status } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { readRows, sql, type Sql } from '../platform/database/statements';

/** What coverage needs to know of an annotation: its status, and where it stands in the current text. */
export interface CoveringRow {
  readonly id: string;
  readonly articleId: string;
  readonly status: Status;
  /** Undefined for an orphan. */
  readonly range: Range | undefined;
}

/** The annotations of articles that are not retired. */
export function readCovering(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<CoveringRow[]> {
  return read(tx, newsroomId, sql`h."articleId" = ANY(${[...articleIds]}::uuid[])`);
}

/** Those alone that share words with one of the stretches. */
export function readCoveringWithin(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  stretches: readonly Range[],
): Promise<CoveringRow[]> {
  const [starts, ends] = [stretches.map(({ start }) => start), stretches.map(({ end }) => end)];
  return read(
    tx,
    newsroomId,
    sql`h."articleId" = ${articleId}::uuid AND EXISTS (
      SELECT FROM unnest(${starts}::int[], ${ends}::int[]) AS s("start", "end")
      WHERE h."start" < s."end" AND h."end" > s."start")
      AND h."start" < ${Math.max(...ends)}::int AND h."end" > ${Math.min(...starts)}::int`,
  );
}

interface Row {
  readonly id: string;
  readonly articleId: string;
  readonly status: Status;
  readonly start: number | null;
  readonly end: number | null;
}

async function read(tx: Tx, newsroomId: string, condition: Sql): Promise<CoveringRow[]> {
  const rows = await readRows<Row>(
    tx,
    sql`SELECT h."id", h."articleId", h."status", h."start", h."end" FROM "AnnotationHead" h
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."status" <> 'retired' AND ${condition}`,
  );
  return rows.map(({ start, end, ...row }) => ({
    ...row,
    range: start === null || end === null ? undefined : { start, end },
  }));
}

/** An annotation that waits for a decision, and who wrote it. */
export interface WaitingRow {
  readonly articleId: string;
  readonly authorIds: readonly string[];
}

export function readSubmitted(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<WaitingRow[]> {
  return readRows<WaitingRow>(
    tx,
    sql`SELECT h."articleId", h."authorIds" FROM "AnnotationHead" h
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."status" = 'submitted'
        AND h."articleId" = ANY(${[...articleIds]}::uuid[])`,
  );
}
