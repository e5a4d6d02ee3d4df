import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Database, type Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** The channel on which a newsroom's id is sent once it has news. */
export const channel = 'belegg_event';

/** Milliseconds in which the commits of a newsroom are gathered. */
const pause = 10;

/** How many events `sequence_events` takes at most. */
const batchSize = 1_000;

/**
 * Gives committed events their positions in the log, and wakes whoever listens in any process. Asked after each commit;
 * while it works on a newsroom, what is asked for it is done in one more round. What is lost with a process that dies
 * is made up for by the next round for that newsroom, or by its next reader.
 */
@Injectable()
export class Sequencer implements BeforeApplicationShutdown {
  /** The newsrooms that are being worked on; true for those to be looked at once more. */
  private readonly running = new Map<string, { again: boolean }>();
  private readonly rounds = new Set<Promise<void>>();
  private readonly listeners = new Set<(newsroomId: string) => void>();

  constructor(private readonly database: Database) {}

  /** Has somebody told in which newsroom this process gave positions. */
  onSequenced(listener: (newsroomId: string) => void): void {
    this.listeners.add(listener);
  }

  request(newsroomId: string): void {
    const running = this.running.get(newsroomId);
    if (running) {
      running.again = true;
      return;
    }
    const round = this.work(newsroomId).finally(() => this.rounds.delete(round));
    this.rounds.add(round);
  }

  /** What was asked for is finished while there are connections. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.rounds);
  }

  private async work(newsroomId: string): Promise<void> {
    const state = { again: true };
    this.running.set(newsroomId, state);
    try {
      while (state.again) {
        // What is committed within a moment is taken together, so that a burst of writers costs a round and not one
        // each.
        await delay(pause);
        state.again = false;
        await this.sequence(newsroomId);
        await this.database.lookUp((tx) => readRows(tx, sql`SELECT pg_notify(${channel}, ${newsroomId})`));
        for (const listener of this.listeners) listener(newsroomId);
      }
    } catch {
      // The database is away: readers look for themselves when it is back.
    } finally {
      this.running.delete(newsroomId);
    }
  }

  /** Gives all that is committed now its position. */
  async sequence(newsroomId: string): Promise<void> {
    let count: number;
    do {
      count = await this.database.inNewsroom(newsroomId, (tx) => sequenceIn(tx, newsroomId));
    } while (count === batchSize);
  }
}

async function sequenceIn(tx: Tx, newsroomId: string): Promise<number> {
  const [row] = await readRows<{ count: number }>(tx, sql`SELECT sequence_events(${newsroomId}::uuid) AS "count"`);
  return row?.count ?? 0;
}
