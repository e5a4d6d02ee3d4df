import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { JobKind } from '@belegg/contract';
import pg from 'pg';
import { PgBoss, type Db, type QueueOptions } from 'pg-boss';
import { CONFIG, type Config } from '../config';
import { afterCommit, clientOptions } from '../database/connections';
import type { Tx } from '../database/database';
import { sendText } from '../database/statements';
import { Metrics } from '../health/metrics';
import { newId } from '../ids';

const minute = 60;
/** How often a job is tried again before it has failed. */
export const mostRetries = { check: 2, webhook: 14, notify: 30, digest: 30, accountMail: 30 } as const satisfies Record<
  JobKind,
  number
>;

/** With growing pauses, so that a mail server or a database may be away for a day. */
const often = {
  retryLimit: 30,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 60 * minute,
  expireInSeconds: 5 * minute,
  heartbeatSeconds: 30,
};
/**
 * How each kind is tried: in seconds, and so often. A job whose process died is begun anew after `heartbeatSeconds`.
 */
const queues: Readonly<Record<JobKind, QueueOptions>> = {
  check: { retryLimit: mostRetries.check, retryDelay: 1, expireInSeconds: 6 * 60 * minute, heartbeatSeconds: 30 },
  // For two days: twice as long after each try, and six hours at most.
  webhook: {
    retryLimit: mostRetries.webhook,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 6 * 60 * minute,
    expireInSeconds: minute,
    heartbeatSeconds: 30,
  },
  notify: { ...often, deleteAfterSeconds: 60 * minute },
  digest: often,
  accountMail: { ...often, retentionSeconds: 60 * minute },
};

export interface NewJob {
  readonly kind: JobKind;
  /** Whose it is: that newsroom's transactions alone see it. Undefined for what is of no newsroom. */
  readonly newsroomId?: string | undefined;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Not before this; by default at once. */
  readonly startAfter?: Date | undefined;
}

/** What is to be done, in PostgreSQL (pg-boss), on connections of its own. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly pool: pg.Pool;
  private opened: Promise<PgBoss> | undefined;
  private readonly listeners = new Set<(kind: JobKind) => void>();

  constructor(@Inject(CONFIG) { databaseUrl }: Config, metrics: Metrics) {
    this.pool = new pg.Pool({ ...clientOptions(databaseUrl), max: 2 });
    this.pool.on('error', () => undefined); // what goes wrong shows in the queries
    for (const [name, states] of [
      ['waiting', ['created', 'retry']],
      ['running', ['active']],
      ['failed', ['failed']],
    ] as const)
      metrics.gauge(`jobs_${name}`, `Jobs that are ${name}, of all newsrooms`, () => this.count(states));
  }

  /**
   * Adds a job in the transaction of the fact that it follows from, so that there is none after a rollback. It is sent
   * with the next statement.
   * @returns its id
   */
  async add(tx: Tx, { kind, newsroomId, data = {}, startAfter }: NewJob): Promise<string> {
    const boss = await this.open();
    const id = newId();
    const db: Db = {
      executeSql: (text, values = []) => {
        sendText(tx, text, values);
        return Promise.resolve({ rows: [] });
      },
    };
    const group = newsroomId === undefined ? {} : { group: { id: newsroomId } };
    await boss.insert(kind, [{ id, data, ...group, ...(startAfter && { startAfter }) }], { db });
    afterCommit(tx, `job ${kind}`, () => {
      for (const listener of this.listeners) listener(kind);
    });
    return id;
  }

  /** Has somebody told after each commit of this process that added a job. */
  onAdded(listener: (kind: JobKind) => void): void {
    this.listeners.add(listener);
  }

  /** The schema that holds the jobs. */
  readonly schema = once(async () => {
    const { rows } = await this.pool.query<{ name: string }>('SELECT belegg_jobs() AS "name"');
    return rows[0]?.name ?? '';
  });

  /** pg-boss itself, opened when it is first needed. */
  async open(): Promise<PgBoss> {
    this.opened ??= this.start().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => this.pool.query(text, values) },
      schema: await this.schema(),
      migrate: false,
      createSchema: false,
      schedule: false,
      registerInstance: false,
      superviseIntervalSeconds: 30,
      monitorIntervalSeconds: 30,
    });
    boss.on('error', (error) => this.logger.error(error));
    await boss.start();
    for (const [kind, options] of Object.entries(queues)) await boss.createQueue(kind, options);
    return boss;
  }

  private async count(states: readonly string[]): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      `SELECT count(*)::int AS "count" FROM ${await this.schema()}.job_common
      WHERE name = ANY($1) AND state::text = ANY($2)`,
      [Object.keys(queues), states],
    );
    return rows[0]?.count ?? 0;
  }

  /**
   * Keeps how far a job is, where it still runs.
   * @returns false when it was cancelled, or ran out of time and was given to another process
   */
  async keepProgress(id: string, retries: number, done: number, total: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE ${await this.schema()}.job_common SET output = jsonb_build_object('progress', jsonb_build_object('done', $3::int, 'total', $4::int))
      WHERE id = $1 AND retry_count = $2 AND state = 'active'`,
      [id, retries, done, total],
    );
    return rowCount === 1;
  }

  async onApplicationShutdown(): Promise<void> {
    const boss = await this.opened?.catch(() => undefined);
    await boss?.stop({ graceful: false }).catch((error: unknown) => this.logger.error(error));
    await this.pool.end();
  }
}

/** Done when it is first asked for, and again only where that failed. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () =>
    (result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    }));
}
