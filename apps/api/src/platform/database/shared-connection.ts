import pg from 'pg';
import { writeTogether } from './write-together';

/** The most statements that are under way on the shared connection; more go to others of the pool. */
const most = 32;

interface Turn {
  readonly client: Promise<pg.PoolClient>;
  underWay: number;
  broken: boolean;
}

/**
 * Single statements, outside of transactions, that share one connection of a pool while any is under way: those of one
 * turn of the event loop leave in one write. For quick look-ups that come in numbers; each waits for those before it.
 */
export class SharedConnection {
  private current: Turn | undefined;

  constructor(private readonly pool: pg.Pool) {}

  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.current && this.current.underWay >= most) return this.pool.query(statement);
    const turn = (this.current ??= { client: this.take(), underWay: 0, broken: false });
    turn.underWay += 1;
    try {
      const client = await turn.client;
      writeTogether(client);
      return await client.query(statement);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) this.leave(turn);
      throw error;
    } finally {
      turn.underWay -= 1;
      if (turn.underWay === 0) await this.release(turn);
    }
  }

  private async take(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    client.on('error', ignore);
    return client;
  }

  /** What comes next takes another connection. */
  private leave(turn: Turn): void {
    turn.broken = true;
    if (this.current === turn) this.current = undefined;
  }

  private async release(turn: Turn): Promise<void> {
    if (this.current === turn) this.current = undefined;
    const client = await turn.client.catch(ignore);
    client?.off('error', ignore);
    client?.release(turn.broken);
  }
}

/** A connection that breaks fails the statements that are under way, which tell of it. */
const ignore = (): undefined => undefined;
