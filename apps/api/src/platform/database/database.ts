import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { parse } from 'pg-connection-string';
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
  /** For the transactions of newsrooms, so that they cannot starve the look-ups of the gate. */
  private readonly guarded: PrismaClient;

  constructor(@Inject(CONFIG) { databaseUrl, databaseConnections }: Config) {
    const across = Math.max(1, Math.floor(databaseConnections / 4));
    this.prisma = connect({ connectionString: databaseUrl, max: across });
    this.guarded = connect({ connectionString: databaseUrl, max: databaseConnections - across });
  }

  /**
   * Runs `work` under the role that owns nothing and sees this newsroom alone (row-level security): the second wall
   * behind the `where` of each query. Where the database has no such role, its owner is bound in the same way (decision 0030).
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
          // For this transaction alone, so that a pooler may stand between; the database knows its role.
          await tx.$executeRaw`SELECT set_config('belegg.newsroom', ${newsroomId}, true), set_config('role', belegg_role(), true)`;
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

  /** Whether the database answers within three seconds, has every migration, and lets a newsroom's transaction read. */
  async isReady(): Promise<boolean> {
    try {
      return await Promise.race([this.canServe(), delay(3000, false, { ref: false })]);
    } catch {
      return false;
    }
  }

  private async canServe(): Promise<boolean> {
    const rows = await this.prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM "_prisma_migrations" WHERE "migration_name" = ${newestMigration} AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
    if (rows.length === 0) return false;
    await this.inNewsroom(nobody, (tx) =>
      tx.article.findFirst({ select: { id: true }, where: { newsroomId: nobody } }),
    );
    return true;
  }

  /** Comes after the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.prisma.$disconnect(), this.guarded.$disconnect()]);
  }
}

/** A newsroom that there is not. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** A database that does not answer is given up after ten seconds, as one that is away. */
function connect({ connectionString, max }: { connectionString: string; max: number }): PrismaClient {
  const { schema } = parse(connectionString) as { schema?: string };
  const pool = { connectionString, max, connectionTimeoutMillis: limits.maxWait, keepAlive: true };
  if (!schema) return new PrismaClient({ adapter: new PrismaPg(pool) });
  // A name with spaces or quotation marks is quoted for SQL, and then once more for the server's command line.
  const path = `"${schema.replaceAll('"', '""')}"`.replaceAll(/[\\ ]/g, String.raw`\$&`);
  return new PrismaClient({ adapter: new PrismaPg({ ...pool, options: `-c search_path=${path}` }, { schema }) });
}
