import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { CONFIG, type Config } from '../config';
import { Connections, type PoolUse, type Tx } from './connections';
import { newestMigration } from './migration';
import { withRetries } from './retry';

export type { Tx } from './connections';

/** Done within a transaction with what its work gave, before it is committed. */
type BeforeCommit = (tx: Tx, result: unknown) => Promise<void>;

type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';

/**
 * The one way to the database. Everything runs in a transaction, which is repeated when PostgreSQL asks for it, so a
 * transaction must do nothing but database work.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  /** As the owner of the tables, for all newsrooms. */
  private readonly across: Connections;
  /**
   * For the transactions of newsrooms, so that they cannot starve the look-ups of the gate, and so that all statements
   * of a connection run under one role: what was planned once stays planned (decision 0025).
   */
  private readonly guarded: Connections;

  /** As `across`, for strangers: however many try to sign in, they take no connection from those who are in. */
  private readonly signIns: Connections;

  private readonly committing = new AsyncLocalStorage<{ before?: BeforeCommit }>();

  constructor(@Inject(CONFIG) { databaseUrl, databaseConnections, prepareStatements }: Config) {
    const [across, signIns] = [4, 6].map((part) => Math.max(1, Math.floor(databaseConnections / part))) as [
      number,
      number,
    ];
    this.across = new Connections(databaseUrl, across, prepareStatements);
    this.signIns = new Connections(databaseUrl, signIns, prepareStatements);
    this.guarded = new Connections(databaseUrl, databaseConnections - across - signIns, prepareStatements);
  }

  /**
   * Runs `work` under the role that owns nothing and sees this newsroom alone (row-level security): the second wall
   * behind the `where` of each query. Where the database has no such role, its owner is bound in the same way (decision
   * 0030).
   */
  inNewsroom<Result>(newsroomId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const before = this.takeBeforeCommit();
    const whole = async (tx: Tx): Promise<Result> => {
      const result = await work(tx);
      await before?.(tx, result);
      return result;
    };
    return this.asNewsroom(newsroomId, before ? whole : work, 'READ COMMITTED');
  }

  /** Has something done at the end of the first transaction that `inNewsroom` runs in the course of `work`. */
  beforeCommit<Result>(before: BeforeCommit, work: () => Promise<Result>): Promise<Result> {
    return this.committing.run({ before }, work);
  }

  /** Whether the next transaction of this call has more to do than its own work. */
  get hasBeforeCommit(): boolean {
    return this.committing.getStore()?.before !== undefined;
  }

  /** Once: what a transaction sets off, such as giving its events their positions, is not the work itself. */
  private takeBeforeCommit(): BeforeCommit | undefined {
    const store = this.committing.getStore();
    const before = store?.before;
    if (store) delete store.before;
    return before;
  }

  /**
   * As `inNewsroom`, for reading alone: all queries see the database as it was at one moment, so that what they tell
   * fits together. Changes need no such thing where they lock the article first.
   */
  readNewsroom<Result>(newsroomId: string, read: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.asNewsroom(newsroomId, read, 'REPEATABLE READ');
  }

  /** Runs `work` over all newsrooms: accounts, sessions, sign-in, the security log. Nothing else may use it. */
  acrossNewsrooms<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return withRetries(() => this.across.transaction('BEGIN', work));
  }

  /** As `acrossNewsrooms`, for signing in and for the log of what was refused. */
  inSignIn<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return withRetries(() => this.signIns.transaction('BEGIN', work));
  }

  /** As `lookUp`, for signing in. */
  lookUpInSignIn<Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> {
    return withRetries(() => read(this.signIns.single));
  }

  private asNewsroom<Result>(
    newsroomId: string,
    work: (tx: Tx) => Promise<Result>,
    isolation: Isolation,
  ): Promise<Result> {
    // For this transaction alone, so that a pooler may stand between; the database knows its role.
    const settings =
      `set_config('belegg.newsroom', ${pg.escapeLiteral(newsroomId)}, true), ` +
      `set_config('role', belegg_role(), true)`;
    const begin = `BEGIN ISOLATION LEVEL ${isolation}; SELECT ${settings}`;
    return withRetries(() => this.guarded.transaction(begin, work));
  }

  /** How far each pool is used. */
  get pools(): Readonly<Record<'across' | 'newsrooms' | 'signIns', PoolUse>> {
    return { across: this.across.use, newsrooms: this.guarded.use, signIns: this.signIns.use };
  }

  /** One read over all newsrooms outside of a transaction, for what the gate asks before each call. */
  lookUp<Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> {
    return withRetries(() => read(this.across.single));
  }

  /** As `lookUp`, for one quick statement without Prisma that every call sends. */
  lookUpQuickly<Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> {
    return withRetries(() => read(this.across.sharing));
  }

  /** Whether the database answers within three seconds, has every migration, and lets a newsroom's transaction read. */
  async isReady(): Promise<boolean> {
    try {
      return await Promise.race([this.canServe(), delay(3000, false, { ref: false })]);
    } catch {
      return false;
    }
  }

  private async canServe(): Promise<boolean> {
    const rows = await this.across.single.$queryRaw<unknown[]>`
      SELECT 1 FROM "_prisma_migrations" WHERE "migration_name" = ${newestMigration} AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
    if (rows.length === 0) return false;
    await this.inNewsroom(nobody, (tx) =>
      tx.article.findFirst({ select: { id: true }, where: { newsroomId: nobody } }),
    );
    return true;
  }

  /** Comes after the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.across, this.guarded, this.signIns].map((pool) => pool.close()));
  }
}

/** A newsroom that there is not. */
const nobody = '00000000-0000-0000-0000-000000000000';
