import { PrismaPg } from '@prisma/adapter-pg';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { parse } from 'pg-connection-string';
import { PrismaClient, type Prisma } from '../../generated/prisma/client';
import { bindStatements, statementName } from './statements';

/** One transaction; every repository works on one that its caller holds. */
export type Tx = Prisma.TransactionClient;

/** How long (milliseconds) a transaction may wait for a connection, and how long it may run. */
const limits = { maxWait: 10_000, timeout: 60_000 } as const;

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** A transaction that is being opened: how it begins, and then the connection that it runs on. */
interface Opening {
  readonly begin: string;
  connection?: pg.PoolClient;
}

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
 * A pool of connections on which Prisma and plain SQL work in the same transaction. The transaction begins in one round
 * trip, settings included, and keeps nothing on the connection once it is over, so that a pooler in transaction mode
 * may stand between.
 */
export class Connections {
  private readonly pool: pg.Pool;
  private readonly prisma: PrismaClient;
  private readonly opening = new AsyncLocalStorage<Opening>();

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
    this.pool = new pg.Pool({ ...clientOptions(url), max: most });
    const factory = new PrismaPg(this.pool, {
      disposeExternalPool: true,
      ...(schema && { schema }),
      ...(prepare && { statementNameGenerator: ({ sql }) => statementName(sql) }),
    });
    const connect = async (): Promise<Adapter> => {
      const adapter = await factory.connect();
      adapter.startTransaction = () => this.begin(adapter);
      return adapter;
    };
    this.prisma = new PrismaClient({ adapter: Object.assign(Object.create(factory) as PrismaPg, { connect }) });
    bindStatements(this.prisma, { query: (statement) => this.pool.query(statement), prepare });
  }

  /** Statements outside of a transaction, each on any connection. */
  get single(): Tx {
    return this.prisma;
  }

  /** @param begin the statements that open the transaction, sent as one message */
  async transaction<Result>(begin: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const opening: Opening = { begin };
    const actions = new Map<string, () => void>();
    const result = await this.opening.run(opening, () =>
      this.prisma.$transaction(async (tx) => {
        const { connection } = opening;
        if (!connection) throw new Error('the transaction was not opened by this pool');
        bindStatements(tx, { query: (statement) => connection.query(statement), prepare: this.prepare });
        afterwards.set(tx, actions);
        return work(tx);
      }, limits),
    );
    for (const action of actions.values()) action();
    return result;
  }

  get use(): PoolUse {
    const { totalCount, idleCount: idle, waitingCount: waiting, options } = this.pool;
    return { most: options.max, busy: totalCount - idle, idle, waiting };
  }

  close(): Promise<void> {
    return this.prisma.$disconnect();
  }

  /** Begins a transaction on a connection of its own; Prisma sends COMMIT or ROLLBACK itself, and then gives it back. */
  private async begin(adapter: Adapter): Promise<Transaction> {
    const opening = this.opening.getStore();
    // The same adapter, speaking through one connection instead of the pool.
    const over = (client: pg.PoolClient): Adapter => Object.create(adapter, { client: { value: client } }) as Adapter;
    let connection: pg.PoolClient;
    try {
      connection = await this.pool.connect();
    } catch (error) {
      return failAs(adapter, error);
    }
    connection.on('error', ignore);
    const giveBack = (error?: Error) => {
      connection.off('error', ignore);
      connection.release(error);
      return Promise.resolve();
    };
    const bound = over(connection);
    try {
      await connection.query(opening?.begin ?? 'BEGIN');
    } catch (error) {
      await giveBack(error as Error);
      return failAs(adapter, error);
    }
    if (opening) opening.connection = connection;
    const savepoint = (words: string) => (name: string) =>
      bound.executeRaw({ sql: `${words} ${name}`, args: [], argTypes: [] }).then(ignore);
    return {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      options: { usePhantomQuery: false },
      queryRaw: (query) => bound.queryRaw(query),
      executeRaw: (query) => bound.executeRaw(query),
      commit: () => giveBack(),
      rollback: () => giveBack(),
      createSavepoint: savepoint('SAVEPOINT'),
      rollbackToSavepoint: savepoint('ROLLBACK TO SAVEPOINT'),
      releaseSavepoint: savepoint('RELEASE SAVEPOINT'),
    };
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

/** Lets the adapter say an error in Prisma's words, as it does for its own. @throws always */
function failAs(adapter: Adapter, error: unknown): never {
  return (adapter as unknown as { onError: (error: unknown) => never }).onError(error);
}
