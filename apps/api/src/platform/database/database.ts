import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { PrismaClient, type Prisma } from '../../generated/prisma/client';
import { CONFIG, type Config } from '../config';
import { newestMigration } from './migration';
import { withRetries } from './retry';

/** One transaction; every repository works on one that its caller holds. */
export type Tx = Prisma.TransactionClient;

/** How long (milliseconds) a transaction may wait for a connection, and how long it may run. */
const limits = { maxWait: 10_000, timeout: 60_000 } as const;

/**
 * The one way to the database. Everything runs in a transaction, which is repeated when PostgreSQL asks for it, so a
 * transaction must do nothing but database work.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  /** Connected as the owner of the tables, whom row-level security does not bind. */
  private readonly prisma: PrismaClient;
  /**
   * Connected under the role that owns nothing: to change roles within each transaction would make every query be planned
   * anew (see decision 0004 for what it costs).
   */
  private readonly guarded: PrismaClient;

  constructor(@Inject(CONFIG) { databaseUrl, databaseConnections }: Config) {
    const across = Math.max(1, Math.floor(databaseConnections / 4));
    this.prisma = connect({ connectionString: databaseUrl, max: across });
    this.guarded = connect({
      connectionString: databaseUrl,
      max: databaseConnections - across,
      options: '-c role=belegg_app',
    });
  }

  /**
   * Runs `work` under the role that owns nothing and sees this newsroom alone (row-level security): the second wall
   * behind the `where` of each query.
   */
  inNewsroom<Result>(newsroomId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.asNewsroom(newsroomId, work, 'ReadCommitted');
  }

  /**
   * As `inNewsroom`, for reading alone: all queries see the database as it was at one moment, so that what they tell
   * fits together. Changes need no such thing where they lock the article first.
   */
  readNewsroom<Result>(newsroomId: string, read: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.asNewsroom(newsroomId, read, 'RepeatableRead');
  }

  /** Runs `work` over all newsrooms: accounts, sessions, sign-in, the security log. Nothing else may use it. */
  acrossNewsrooms<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return withRetries(() => this.prisma.$transaction(work, limits));
  }

  private asNewsroom<Result>(
    newsroomId: string,
    work: (tx: Tx) => Promise<Result>,
    isolationLevel: Prisma.TransactionIsolationLevel,
  ): Promise<Result> {
    return withRetries(() =>
      this.guarded.$transaction(
        async (tx) => {
          await tx.$executeRaw`SELECT set_config('belegg.newsroom', ${newsroomId}, true)`;
          return work(tx);
        },
        { ...limits, isolationLevel },
      ),
    );
  }

  /** One read over all newsrooms outside of a transaction, for what the gate asks before each call. */
  lookUp<Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> {
    return withRetries(() => read(this.prisma));
  }

  /** Whether the database can be reached within three seconds and has every migration. */
  async isReady(): Promise<boolean> {
    try {
      const rows = await Promise.race([
        this.prisma.$queryRaw<unknown[]>`
          SELECT 1 FROM "_prisma_migrations" WHERE "migration_name" = ${newestMigration} AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
        delay(3000, [], { ref: false }),
      ]);
      return rows.length > 0;
    } catch {
      return false;
    }
  }

  /** Comes after the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.prisma.$disconnect(), this.guarded.$disconnect()]);
  }
}

/** A database that does not answer is given up after ten seconds, as one that is away. */
const connect = (config: pg.PoolConfig): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg({ connectionTimeoutMillis: limits.maxWait, keepAlive: true, ...config }) });
