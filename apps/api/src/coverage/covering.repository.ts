import { longestPassage, type Range, type Status } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** What coverage needs to know of an annotation: its status, and where it stands in the current text. */
export interface CoveringRow {
  readonly articleId: string;
  readonly status: Status;
  readonly isQuestion: boolean;
  /** Undefined for an orphan. */
  readonly range: Range | undefined;
}

/** The annotations of articles that are not retired, and how long a passage may be that covers its words. */
export interface Covering {
  readonly annotations: readonly CoveringRow[];
  readonly longestPassage: number;
}

interface Row {
  readonly longestPassage: number;
  readonly articleId: string | null;
  readonly status: Status;
  readonly isQuestion: boolean;
  readonly start: number | null;
  readonly end: number | null;
}

/** Those that stand on the same words in the same status come as one, since they cover the same. */
export async function readCovering(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<Covering> {
  // The newsroom's row comes along, with or without annotations.
  const rows = await readRows<Row>(
    tx,
    sql`SELECT n."longestPassage", c."articleId", c."status", c."isQuestion", c."start", c."end" FROM "Newsroom" n
      LEFT JOIN (SELECT DISTINCT h."articleId", h."status", h."verdict" IS NULL AS "isQuestion", h."start", h."end"
        FROM "AnnotationHead" h WHERE h."newsroomId" = ${newsroomId}::uuid AND h."status" <> 'retired'
          AND h."articleId" = ANY(${[...articleIds]}::uuid[])) c ON true
      WHERE n."id" = ${newsroomId}::uuid`,
  );
  return {
    longestPassage: rows[0]?.longestPassage ?? longestPassage,
    annotations: rows.flatMap(({ articleId, status, isQuestion, start, end }) =>
      articleId === null
        ? []
        : [{ articleId, status, isQuestion, range: start === null || end === null ? undefined : { start, end } }],
    ),
  };
}

/** The most sentences that an annotation of a newsroom may touch and still cover its words. */
export async function readLongestPassage(tx: Tx, newsroomId: string): Promise<number> {
  const [row] = await readRows<{ longestPassage: number }>(
    tx,
    sql`SELECT n."longestPassage" FROM "Newsroom" n WHERE n."id" = ${newsroomId}::uuid`,
  );
  return row?.longestPassage ?? longestPassage;
}
