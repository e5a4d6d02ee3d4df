import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { event as eventSchema, type EventView } from '@belegg/contract';
import { Prisma } from '../generated/prisma/client';
import { Database, type Tx } from '../platform/database/database';

/**
 * A place in the log: after this event of this transaction. Transactions are what is in order, since one that began
 * later can take a lower id.
 */
export interface Place {
  readonly xid: string;
  readonly id: string;
}

export interface Batch {
  readonly events: readonly EventView[];
  readonly next: Place;
  /** Whether more is to be had: at once, or as soon as an older transaction is through. */
  readonly more: 'now' | 'soon' | 'none';
}

/** An event as it is stored. */
export interface EventRow {
  readonly id: bigint;
  readonly xid: string;
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

export const selectEvents = Prisma.sql`
  SELECT e."id", e."xid"::text, e."type", e."at", e."actorId", coalesce(a."name", '') AS "actorName", e."articleId", e."seq", e."subjectId", e."data"
  FROM "Event" e LEFT JOIN "Account" a ON a."id" = e."actorId"`;

/** Reads the log in the order in which its transactions began, never past one that still runs, so that none is missed. */
@Injectable()
export class EventReader implements OnApplicationBootstrap {
  private readonly logger = new Logger('Events');

  constructor(private readonly database: Database) {}

  /**
   * Transactions are numbered by the cluster, and a database that was restored into a new one brings numbers that lie
   * ahead there: its events would be held back for ever. No snapshot can see such a row otherwise, so all of those are old.
   */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.database.acrossNewsrooms(
        (tx) => tx.$executeRaw`UPDATE "Event" SET "xid" = '3' WHERE "xid" >= pg_snapshot_xmax(pg_current_snapshot())`,
      );
    } catch (error) {
      this.logger.warn(
        `events of a restored database not looked for: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  /** The place after an event of this newsroom; where there is no such event, the present. */
  placeAfter(newsroomId: string, lastEventId: string | undefined): Promise<Place> {
    const id = /^\d{1,18}$/.test(lastEventId ?? '') ? BigInt(lastEventId ?? '') : 0n;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const [place] = await tx.$queryRaw<Place[]>`
        SELECT "xid"::text, "id"::text FROM "Event" WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${id}
        UNION ALL SELECT pg_snapshot_xmin(pg_current_snapshot())::text, '0' LIMIT 1`;
      return place ?? { xid: '0', id: '0' };
    });
  }

  after(newsroomId: string, place: Place): Promise<Batch> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const rows = await tx.$queryRaw<EventRow[]>`${selectEvents}
        WHERE e."newsroomId" = ${newsroomId}::uuid AND (e."xid", e."id") > (${place.xid}::text::xid8, ${place.id}::bigint)
          AND e."xid" < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY e."xid", e."id" LIMIT ${batchSize}`;
      const last = rows.at(-1);
      const next = last ? { xid: last.xid, id: String(last.id) } : place;
      return {
        events: rows.map(fromRow),
        next,
        more: rows.length === batchSize ? 'now' : (await this.isHeldBack(tx, newsroomId)) ? 'soon' : 'none',
      };
    });
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

  private async isHeldBack(tx: Tx, newsroomId: string): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ is: boolean }[]>`
      SELECT EXISTS (SELECT FROM "Event" WHERE "newsroomId" = ${newsroomId}::uuid AND "xid" >= pg_snapshot_xmin(pg_current_snapshot())) AS "is"`;
    return row?.is ?? false;
  }
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
