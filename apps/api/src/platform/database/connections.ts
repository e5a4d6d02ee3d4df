import { PrismaPg } from '@prisma/adapter-pg';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { parse } from 'pg-connection-string';
import { PrismaClient, type Prisma } from '../../generated/prisma/client';
import { JoinedPrisma } from './joined-prisma';
import { isAborted } from './database-error';
import { SharedConnection } from './shared-connection';
import { begun, bindStatements, statementName } from './statements';
import { streamOf, writeTogether } from './write-together';

/** One transaction; every repository works on one that its caller holds. */
export type Tx = Prisma.TransactionClient;

/** How long (milliseconds) a transaction may wait for a connection, and how long it may run. */
const limits = { maxWait: 10_000, timeout: 60_000 } as const;

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** Connections of a pool: allowed, at work, open without work; and the calls that wait for one. */
export interface PoolUse {
  readonly most: number;
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

const afterwards = new WeakMap<Tx, Map<string, () => void>>();

/** Has something done once the transaction is committed, and only then; once for each key. It must not throw. */
export function afterCommit(tx: Tx, key: string, action: () => void): void {
  afterwards.get(tx)?.set(key, action);
}

/**
 * A pool of connections on which Prisma and plain SQL work in the same transaction. Statements go out as they are
 * given, without waiting for the answers of those before: BEGIN goes with the first that is waited for, and what nobody
 * waits for goes with the next, at last with COMMIT. Prisma joins when it is first used. Nothing is kept on the
 * connection once the transaction is over, so that a pooler in transaction mode may stand between.
 */
export class Connections {
  private readonly pool: pg.Pool;
  private readonly prisma: PrismaClient;
  private readonly shared: SharedConnection;
  private readonly opening = new AsyncLocalStorage<pg.PoolClient>();

  /**
   * @param most connections at a time; a database that does not give one in ten seconds is away
   * @param prepare whether statements are prepared by name, which a pooler has to know of
   */
  constructor(
    url: string,
    most: number,
    private readonly prepare: boolean,
  ) {
    const { schema } = parse(url) as { schema?: string };
    this.pool = new pg.Pool({ ...clientOptions(url), max: most, pipeline: true });
    // An idle connection that the server ends is replaced when the next one is asked for.
    this.pool.on('error', ignore);
    this.shared = new SharedConnection(this.pool);
    const factory = new PrismaPg(this.pool, {
      ...(schema && { schema }),
      ...(prepare && { statementNameGenerator: ({ sql }) => statementName(sql) }),
    });
    const connect = async (): Promise<Adapter> => {
      const adapter = await factory.connect();
      adapter.startTransaction = () => Promise.resolve(this.join(adapter));
      return adapter;
    };
    this.prisma = new PrismaClient({ adapter: Object.assign(Object.create(factory) as PrismaPg, { connect }) });
    bindStatements(this.prisma, { query: (statement) => this.pool.query(statement), prepare });
    bindStatements(this.sharing, { query: (statement) => this.shared.query(statement), prepare });
  }

  /** Quick statements outside of a transaction, those without Prisma on one connection. */
  readonly sharing: Tx = Object.create(null) as Tx;

  /** Statements outside of a transaction, each on any connection. */
  get single(): Tx {
    return this.prisma;
  }

  /**
   * @param begin the statements that open the transaction, sent as one message
   * @throws what the first statement that failed threw, also where it was not waited for
   */
  async transaction<Result>(begin: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const connection = await this.pool.connect();
    connection.on('error', ignore);
    const statements = new Pipeline(connection);
    const prisma = new JoinedPrisma((run) => this.opening.run(connection, () => this.prisma.$transaction(run, limits)));
    bindStatements(prisma.tx, { query: (statement) => statements.send(statement), prepare: this.prepare });
    const actions = new Map<string, () => void>();
    afterwards.set(prisma.tx, actions);
    const deadline = setTimeout(() => statements.breakOff(), limits.timeout);
    let broken = false;
    try {
      void statements.send(begin);
      const result = await work(prisma.tx);
      await prisma.leave();
      await statements.end('COMMIT');
      if (statements.failure) throw statements.failure;
      for (const action of actions.values()) action();
      return result;
    } catch (error) {
      await prisma.leave();
      await statements.end('ROLLBACK').catch(() => (broken = true));
      throw isAborted(error) ? (statements.failure ?? error) : error;
    } finally {
      clearTimeout(deadline);
      connection.off('error', ignore);
      connection.release(broken);
    }
  }

  get use(): PoolUse {
    const { totalCount, idleCount: idle, waitingCount: waiting, options } = this.pool;
    return { most: options.max, busy: totalCount - idle, idle, waiting };
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }

  /** Lets Prisma work on the connection of the transaction that is under way, which it neither begins nor ends. */
  private join(adapter: Adapter): Transaction {
    const connection = this.opening.getStore();
    if (!connection) throw new Error('the transaction was not opened by this pool');
    // The same adapter, speaking through one connection instead of the pool.
    const bound = Object.create(adapter, { client: { value: connection } }) as Adapter;
    const savepoint = (words: string) => (name: string) =>
      bound.executeRaw({ sql: `${words} ${name}`, args: [], argTypes: [] }).then(ignore);
    return {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      options: { usePhantomQuery: true },
      queryRaw: (query) => bound.queryRaw(query),
      executeRaw: (query) => bound.executeRaw(query),
      commit: () => Promise.resolve(),
      rollback: () => Promise.resolve(),
      createSavepoint: savepoint('SAVEPOINT'),
      rollbackToSavepoint: savepoint('ROLLBACK TO SAVEPOINT'),
      releaseSavepoint: savepoint('RELEASE SAVEPOINT'),
    };
  }
}

/** The statements of one transaction, sent one after the other without waiting for answers. */
class Pipeline {
  private isOver = false;
  /** What the first statement that failed threw. */
  failure: Error | undefined;

  constructor(private readonly client: pg.PoolClient) {}

  /** @returns a failure once the transaction is over: the connection is then another one's, with other rights */
  send(statement: string | pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.isOver) return begun(Promise.reject(new Error('the transaction is over')));
    writeTogether(this.client);
    const answer = this.client.query(statement);
    answer.catch((error: unknown) => {
      this.failure ??= error as Error;
    });
    return answer;
  }

  /** Sends the last statement. */
  end(statement: 'COMMIT' | 'ROLLBACK'): Promise<pg.QueryResult> {
    // After a COMMIT that failed there is nothing to roll back; to say so does no harm.
    this.isOver = false;
    const answer = this.send(statement);
    this.isOver = true;
    return answer;
  }

  /** Fails all that is under way. */
  breakOff(): void {
    streamOf(this.client).destroy();
  }
}

/** How one connection to a database is made, in the schema that its address names. */
export function clientOptions(url: string): pg.ClientConfig {
  const { schema } = parse(url) as { schema?: string };
  return {
    connectionString: url,
    connectionTimeoutMillis: limits.maxWait,
    keepAlive: true,
    ...(schema && { options: `-c search_path=${searchPath(schema)}` }),
  };
}

/** A name with spaces or quotation marks is quoted for SQL, and then once more for the server's command line. */
const searchPath = (schema: string): string =>
  `"${schema.replaceAll('"', '""')}"`.replaceAll(/[\\ ]/g, String.raw`\$&`);

/** A connection that breaks while it is in use fails the statement that is under way, which tells of it. */
const ignore = (): void => undefined;
