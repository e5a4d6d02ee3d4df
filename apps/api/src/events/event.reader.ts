import { Injectable } from '@nestjs/common';
import { event as eventSchema, type EventView } from '@belegg/contract';
import { Database, type Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { Sequencer } from './sequencer';

export interface Batch {
  readonly events: readonly EventView[];
  /** The position of the last one. */
  readonly next: bigint;
  /** Whether more is to be had at once. */
  readonly isMore: boolean;
}

/** An event as it is stored. */
export interface EventRow {
  readonly id: bigint;
  readonly type: string;
  readonly at: Date;
  readonly actorId: string;
  readonly actorName: string;
  readonly articleId: string | null;
  readonly seq: number | null;
  readonly subjectId: string | null;
  readonly data: unknown;
}

export const batchSize = 200;

export const selectEvents = sql`
  SELECT e."id", e."type", e."at", e."actorId", coalesce(a."name", '') AS "actorName", e."articleId", e."seq", e."subjectId", e."data"
  FROM "Event" e LEFT JOIN "Account" a ON a."id" = e."actorId"`;

/** Reads the log of a newsroom in the order of its positions (see decision 0026). */
@Injectable()
export class EventReader {
  constructor(
    private readonly database: Database,
    private readonly sequencer: Sequencer,
  ) {}

  /** The position of an event of this newsroom; where there is no such event, the end of the log. */
  async positionOf(newsroomId: string, eventId: string | undefined): Promise<bigint> {
    await this.sequencer.sequence(newsroomId);
    const id = /^\d{1,18}$/.test(eventId ?? '') ? BigInt(eventId ?? '') : 0n;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const [row] = await readRows<{ position: bigint }>(
        tx,
        sql`SELECT "position" FROM "EventPosition" WHERE "newsroomId" = ${newsroomId}::uuid AND "eventId" = ${id}
          UNION ALL SELECT "position" FROM "LogHead" WHERE "newsroomId" = ${newsroomId}::uuid LIMIT 1`,
      );
      return row?.position ?? 0n;
    });
  }

  /** What comes after a position. Gives positions first where somebody's process did not come to it. */
  async after(newsroomId: string, position: bigint): Promise<Batch> {
    const { rows, hasPending } = await this.database.inNewsroom(newsroomId, async (tx) => ({
      hasPending: await isPending(tx, newsroomId),
      rows: await readRows<EventRow & { position: bigint }>(
        tx,
        sql`SELECT p."position", e.* FROM "EventPosition" p JOIN LATERAL (${selectEvents}
            WHERE e."newsroomId" = p."newsroomId" AND e."id" = p."eventId") e ON true
          WHERE p."newsroomId" = ${newsroomId}::uuid AND p."position" > ${position}
          ORDER BY p."position" LIMIT ${batchSize}`,
      ),
    }));
    if (rows.length === 0 && hasPending) await this.sequencer.sequence(newsroomId);
    return {
      events: rows.map(fromRow),
      next: rows.at(-1)?.position ?? position,
      isMore: rows.length === batchSize || hasPending,
    };
  }

  /** What happened to an article, the latest first. @param before the `seq` of the last one on the page before this */
  async ofArticle(
    tx: Tx,
    newsroomId: string,
    articleId: string,
    before: number | undefined,
    size: number,
  ): Promise<EventView[]> {
    const rows = await tx.$queryRaw<EventRow[]>`${selectEvents}
      WHERE e."newsroomId" = ${newsroomId}::uuid AND e."articleId" = ${articleId}::uuid AND e."seq" < ${before ?? 2_147_483_647}
      ORDER BY e."seq" DESC LIMIT ${size}`;
    return rows.map(fromRow);
  }
}

async function isPending(tx: Tx, newsroomId: string): Promise<boolean> {
  const pending = sql`SELECT FROM "EventPending" WHERE "newsroomId" = ${newsroomId}::uuid LIMIT 1`;
  return (await readRows(tx, pending)).length > 0;
}

export function fromRow({ id, type, at, actorId, actorName, articleId, seq, subjectId, data }: EventRow): EventView {
  return eventSchema.parse({
    id: String(id),
    type,
    at: at.toISOString(),
    actor: { id: actorId, name: actorName },
    data,
    ...(articleId !== null && { articleId, seq: seq ?? undefined }),
    ...(subjectId !== null && { subjectId }),
  });
}
