import type { AnnotationView } from '@belegg/contract';
import type { AnchorOutcome, SourceRef, Stance, Status, Verdict } from '@belegg/domain';
import type { Tx } from '../../platform/database/database';
import { readRows, send, sql, together, type Change, type Sql } from '../../platform/database/statements';
import { refsOf, settledAt, type NoDifferences, type StoredCitation } from '../cited';
import type { AnnotationHead } from './annotation-head';
import type { StepFact } from './facts.repository';

interface HeadRow {
  readonly id: string;
  readonly articleId: string;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly rationale: string;
  readonly revision: number;
  readonly madeOn: number;
  readonly currentRevision: number;
  readonly outcome: AnchorOutcome;
  readonly score: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly selector: AnnotationView['selector'];
  readonly shownOn: number;
  readonly citations: StoredCitation[];
  readonly noDifference: NoDifferences;
  readonly authorIds: string[];
  readonly steps: (Omit<StepFact, 'createdAt' | 'eventId'> & { createdAt: string; eventId: string })[];
  readonly carriedOnto: number[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Which heads to read, within one newsroom. */
export type HeadScope = { readonly newsroomId: string } & (
  { readonly articleIds: readonly string[] } | { readonly annotationIds: readonly string[] }
);

const columns = sql`h."id", h."articleId", h."status", h."verdict", h."rationale", h."revision", h."madeOn",
  h."currentRevision", h."outcome", h."score", h."start", h."end", h."selector", h."shownOn", h."citations",
  h."authorIds", h."steps", h."noDifference", h."carriedOnto", h."version", h."createdAt", h."updatedAt"`;

/** The heads of annotations, the retired ones among them, in no order. */
export async function readHeads(tx: Tx, scope: HeadScope): Promise<AnnotationHead[]> {
  const chosen =
    'articleIds' in scope
      ? sql`h."articleId" = ANY(${[...scope.articleIds]}::uuid[])`
      : sql`h."id" = ANY(${[...scope.annotationIds]}::uuid[])`;
  return select(tx, sql`h."newsroomId" = ${scope.newsroomId}::uuid AND ${chosen}`);
}

/** Where a page of the queue goes on: after an event, or after an annotation. */
export interface QueuePage {
  readonly newsroomId: string;
  readonly status: Status;
  readonly after: string | undefined;
  readonly limit: number;
}

/** The heads of a status, those that have waited longest first; a draft or lapsed one by when it was made. */
export function readQueue(tx: Tx, { newsroomId, status, after, limit }: QueuePage): Promise<AnnotationHead[]> {
  const ofStatus = sql`h."newsroomId" = ${newsroomId}::uuid AND h."status" = ${status}`;
  return status === 'draft' || status === 'lapsed'
    ? select(
        tx,
        sql`${ofStatus} AND h."id" > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
          ORDER BY h."id" LIMIT ${limit}::int`,
      )
    : select(tx, sql`${ofStatus} AND h."queueKey" > ${after ?? '0'}::bigint ORDER BY h."queueKey" LIMIT ${limit}::int`);
}

/** How many annotations the same people wrote. */
export interface AuthorCount {
  readonly authorIds: readonly string[];
  readonly count: number;
}

export function countByAuthors(tx: Tx, newsroomId: string, status: Status): Promise<AuthorCount[]> {
  return readRows<AuthorCount>(
    tx,
    sql`SELECT h."authorIds", count(*)::int AS "count" FROM "AnnotationHead" h
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."status" = ${status} GROUP BY 1`,
  );
}

async function select(tx: Tx, condition: Sql): Promise<AnnotationHead[]> {
  const rows = await readRows<HeadRow>(tx, sql`SELECT ${columns} FROM "AnnotationHead" h WHERE ${condition}`);
  return rows.map(fromRow);
}

function fromRow({ outcome, score, start, end, shownOn, steps, verdict, ...row }: HeadRow): AnnotationHead {
  return {
    ...row,
    verdict: verdict ?? undefined,
    articleRevision: shownOn,
    anchor: { outcome, ...(score !== null && { score }) },
    range: start === null || end === null ? undefined : { start, end },
    steps: steps.map((step) => ({ ...step, createdAt: new Date(step.createdAt), eventId: BigInt(step.eventId) })),
  };
}

/** A source that an annotation rests on, as it is counted. */
export interface Resting extends SourceRef {
  readonly annotationId: string;
  readonly position: number;
  readonly depth: number;
  readonly settledRevision: number;
  readonly stance: Stance;
}

/** The sources that an annotation rests on now; a retired one on none. */
export function restingOf({ id, status, citations, noDifference }: AnnotationHead): Resting[] {
  if (status === 'retired') return [];
  return citations.flatMap((citation, position) =>
    refsOf(citation).map((ref, depth) => ({
      annotationId: id,
      position,
      depth,
      sourceId: ref.sourceId,
      sourceRevision: ref.sourceRevision,
      settledRevision: settledAt(ref, noDifference),
      stance: citation.stance,
    })),
  );
}

/** The sources that the annotations of an article are counted to rest on now, in the order of the citations. */
export async function readResting(tx: Tx, newsroomId: string, articleId: string): Promise<Map<string, Resting[]>> {
  const rows = await readRows<Resting>(
    tx,
    sql`SELECT c."annotationId", c."position", c."depth", c."sourceId", c."sourceRevision", c."settledRevision", c."stance"
      FROM "HeadCitation" c
      JOIN "AnnotationHead" h ON h."newsroomId" = c."newsroomId" AND h."id" = c."annotationId"
      WHERE c."newsroomId" = ${newsroomId}::uuid AND h."articleId" = ${articleId}::uuid
      ORDER BY c."annotationId", c."position", c."depth"`,
  );
  return Map.groupBy(rows, ({ annotationId }) => annotationId);
}

/** Stands for the id of an event that is about to be appended. */
export const toldNow = -1n;

/** The last event by which it got where it is in review; 0 before the first. */
export const queueKey = ({ steps }: Pick<AnnotationHead, 'steps'>): bigint => steps.at(-1)?.eventId ?? 0n;

/** Puts heads in the place of those that are there, in one statement however many they are. */
export function writeHeads(tx: Tx, newsroomId: string, heads: readonly AnnotationHead[]): void {
  if (heads.length > 0) send(tx, together(headChanges(newsroomId, heads)));
}

/**
 * Puts heads in the place of those that are there. A last step whose event is `toldNow` is of the event that the same
 * statement tells of (`EventLog.appendToArticle`).
 * @param former those that may rest on something already
 */
export function headChanges(
  newsroomId: string,
  heads: readonly AnnotationHead[],
  former: readonly AnnotationHead[] = heads,
): Change[] {
  const rows = heads.map((head) => ({
    ...head,
    outcome: head.anchor.outcome,
    score: head.anchor.score,
    start: head.range?.start,
    end: head.range?.end,
    shownOn: head.articleRevision,
    queueKey: String(queueKey(head)),
    steps: head.steps.map((step) => ({ ...step, eventId: String(step.eventId) })),
  }));
  const isTold = heads.some(({ steps }) => steps.at(-1)?.eventId === toldNow);
  const [steps, key] = isTold
    ? [sql`jsonb_set(r."steps", '{-1,eventId}', to_jsonb((SELECT "id" FROM told)::text))`, sql`(SELECT "id" FROM told)`]
    : [sql`r."steps"`, sql`r."queueKey"`];
  const put = sql`INSERT INTO "AnnotationHead" AS h ("newsroomId", "id", "articleId", "status", "verdict", "rationale", "revision",
      "madeOn", "currentRevision", "outcome", "score", "start", "end", "selector", "shownOn", "citations", "authorIds",
      "steps", "noDifference", "carriedOnto", "version", "queueKey", "createdAt", "updatedAt")
    SELECT ${newsroomId}::uuid, r."id", r."articleId", r."status", r."verdict", r."rationale", r."revision", r."madeOn",
      r."currentRevision", r."outcome", r."score", r."start", r."end", r."selector", r."shownOn", r."citations",
      r."authorIds", ${steps}, r."noDifference", r."carriedOnto", r."version", ${key}, r."createdAt", r."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "articleId" uuid, "status" text,
      "verdict" text, "rationale" text, "revision" int, "madeOn" int, "currentRevision" int, "outcome" text,
      "score" float8, "start" int, "end" int, "selector" jsonb, "shownOn" int, "citations" jsonb, "authorIds" uuid[],
      "steps" jsonb, "noDifference" jsonb, "carriedOnto" int[], "version" int, "queueKey" bigint, "createdAt" timestamptz,
      "updatedAt" timestamptz)
    ON CONFLICT ("newsroomId", "id") DO UPDATE SET "status" = excluded."status", "verdict" = excluded."verdict",
      "rationale" = excluded."rationale", "revision" = excluded."revision", "madeOn" = excluded."madeOn",
      "currentRevision" = excluded."currentRevision", "outcome" = excluded."outcome", "score" = excluded."score",
      "start" = excluded."start", "end" = excluded."end", "selector" = excluded."selector",
      "shownOn" = excluded."shownOn", "citations" = excluded."citations", "authorIds" = excluded."authorIds",
      "steps" = excluded."steps", "noDifference" = excluded."noDifference",
      "carriedOnto" = excluded."carriedOnto", "version" = excluded."version",
      "queueKey" = excluded."queueKey", "updatedAt" = excluded."updatedAt"`;
  return [{ change: put }, ...citationChanges(newsroomId, heads, former)];
}

/** The sources that the annotations rest on now, in the place of those that they rested on. */
function citationChanges(
  newsroomId: string,
  heads: readonly AnnotationHead[],
  former: readonly AnnotationHead[],
): Change[] {
  const resting = JSON.stringify(heads.flatMap(restingOf));
  const rows = sql`jsonb_to_recordset(${resting}::jsonb) AS r("annotationId" uuid, "position" int, "depth" int,
      "sourceId" uuid, "sourceRevision" int, "settledRevision" int, "stance" text)`;
  const deletion = sql`DELETE FROM "HeadCitation" c
    WHERE c."newsroomId" = ${newsroomId}::uuid AND c."annotationId" = ANY(${former.map(({ id }) => id)}::uuid[])
      AND NOT EXISTS (SELECT FROM ${rows} WHERE r."annotationId" = c."annotationId" AND r."position" = c."position"
        AND r."depth" = c."depth")`;
  const put = sql`INSERT INTO "HeadCitation" ("newsroomId", "annotationId", "position", "depth", "sourceId",
      "sourceRevision", "settledRevision", "stance")
    SELECT ${newsroomId}::uuid, r."annotationId", r."position", r."depth", r."sourceId", r."sourceRevision",
      r."settledRevision", r."stance"
    FROM ${rows}
    ON CONFLICT ("newsroomId", "annotationId", "position", "depth")
      DO UPDATE SET "sourceId" = excluded."sourceId", "sourceRevision" = excluded."sourceRevision",
        "settledRevision" = excluded."settledRevision", "stance" = excluded."stance"`;
  return [...(former.length > 0 ? [{ change: deletion }] : []), ...(resting === '[]' ? [] : [{ change: put }])];
}
