import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { Sequencer } from './sequencer';

export interface ChainFault {
  /** Where the log is broken first. */
  readonly position: number;
}

/** Whether a newsroom's log is what it was when it was written: no row changed, missing or in another's place. */
@Injectable()
export class EventChain {
  constructor(
    private readonly database: Database,
    private readonly sequencer: Sequencer,
  ) {}

  /** @returns the first place where the log is broken, if there is one */
  async faults(newsroomId: string): Promise<ChainFault[]> {
    await this.sequencer.sequence(newsroomId);
    return this.database.readNewsroom(newsroomId, (tx) => this.faultsIn(tx, newsroomId));
  }

  /** The articles of a newsroom whose events are not numbered from 1 to their last one without a gap. */
  async gaps(newsroomId: string): Promise<string[]> {
    const rows = await this.database.readNewsroom(newsroomId, (tx) =>
      readRows<{ id: string }>(
        tx,
        sql`SELECT a."id" FROM "Article" a
          LEFT JOIN "Event" e ON e."newsroomId" = a."newsroomId" AND e."articleId" = a."id" AND e."seq" IS NOT NULL
          WHERE a."newsroomId" = ${newsroomId}::uuid GROUP BY a."id", a."seq"
          HAVING a."seq" <> count(e."id") OR a."seq" <> coalesce(max(e."seq"), 0) OR count(DISTINCT e."seq") <> count(e."id")`,
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** As `faults`, for what has a position already. */
  faultsIn(tx: Tx, newsroomId: string): Promise<ChainFault[]> {
    return readRows<ChainFault>(
      tx,
      sql`WITH chain AS (
          SELECT p."position", p."hash", p."eventId",
            lag(p."position", 1, 0) OVER w AS "before", lag(p."hash", 1, '') OVER w AS "previous"
          FROM "EventPosition" p WHERE p."newsroomId" = ${newsroomId}::uuid WINDOW w AS (ORDER BY p."position"))
        SELECT c."position"::int FROM chain c JOIN "Event" e ON e."newsroomId" = ${newsroomId}::uuid AND e."id" = c."eventId"
        WHERE c."position" <> c."before" + 1 OR c."hash" <> event_hash(c."previous", e)
        UNION ALL
        SELECT h."position"::int FROM "LogHead" h WHERE h."newsroomId" = ${newsroomId}::uuid AND h."position" > 0 AND NOT EXISTS (
          SELECT FROM chain c WHERE c."position" = h."position" AND c."hash" = h."hash")
        UNION ALL
        SELECT 0 WHERE EXISTS (
          SELECT FROM "Event" e WHERE e."newsroomId" = ${newsroomId}::uuid
            AND NOT EXISTS (SELECT FROM "EventPosition" p WHERE p."newsroomId" = e."newsroomId" AND p."eventId" = e."id")
            AND NOT EXISTS (SELECT FROM "EventPending" p WHERE p."newsroomId" = e."newsroomId" AND p."eventId" = e."id"))
        ORDER BY 1 LIMIT 1`,
    );
  }
}
