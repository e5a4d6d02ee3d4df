import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { JobKind } from '@belegg/contract';
import { setTimeout as delay } from 'node:timers/promises';
import type { Job as BossJob } from 'pg-boss';
import { JobQueue } from './job-queue';

/** A job under way. */
export interface RunningJob {
  readonly id: string;
  readonly newsroomId: string | undefined;
  readonly data: unknown;
  /** How often it was tried before. */
  readonly retries: number;
  /** Aborts when the server stops, or the job has run out of time. */
  readonly signal: AbortSignal;
  /** Says how far it is. @throws JobEnded when it was cancelled */
  progress(done: number, total: number): Promise<void>;
}

/**
 * Does a job. It may be begun again after it was done, where its process died before it could say so: what it does has
 * to be done once in effect, such as by rows that have the job's id, or the event's, as a key.
 * @returns what came of it, for whoever asked
 */
export type JobHandler = (job: RunningJob) => Promise<object | undefined>;

/** The job is not ours any more. */
export class JobEnded extends Error {}

/** Milliseconds for which a server that stops waits for its jobs; another one begins them anew. */
const grace = 5_000;
/** Milliseconds between two tries to begin. */
const pause = 5_000;
/** Seconds between two looks for jobs that other processes added; those of this process are begun at once. */
const pollingIntervalSeconds = 2;

/** Does the jobs that wait. */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<JobKind, JobHandler>();
  private isStopping = false;
  private readonly workers = new Map<JobKind, string>();

  constructor(private readonly queue: JobQueue) {}

  /** Says how jobs of a kind are done. */
  handle(kind: JobKind, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Begins to work, as soon as the database is there; a command of the command line does not. */
  start(): void {
    void this.begin().catch((error: unknown) => {
      this.logger.error(error);
      if (!this.isStopping) setTimeout(() => this.start(), pause).unref();
    });
  }

  private async begin(): Promise<void> {
    const boss = await this.queue.open();
    if (this.isStopping) return;
    for (const [kind, handler] of this.handlers) {
      const id = await boss.work<unknown>(kind, { pollingIntervalSeconds, batchSize: 1 }, async ([job]) => {
        if (job) return this.run(kind, handler, job);
        return undefined;
      });
      this.workers.set(kind, id);
    }
    this.queue.onAdded((kind) => {
      const worker = this.workers.get(kind);
      if (worker !== undefined) boss.notifyWorker(worker);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.workers.size === 0) return;
    const boss = await this.queue.open();
    const ended = [...this.workers].map(([kind, id]) => boss.offWork(kind, { id, wait: true }));
    await Promise.race([Promise.all(ended), delay(grace, undefined, { ref: false })]);
  }

  /**
   * Does all that waits now, also for its time, one after the other. For tests.
   * @returns how many it did or failed at
   */
  async runAll(): Promise<number> {
    const boss = await this.queue.open();
    const { signal } = new AbortController();
    let count = 0;
    for (let found = true; found;) {
      found = false;
      for (const [kind, handler] of this.handlers)
        for (const job of await boss.fetch<unknown>(kind, { batchSize: 1, ignoreStartAfter: true })) {
          found = true;
          count++;
          const attempt = { id: job.id, retryCount: job.retryCount };
          try {
            await boss.complete(kind, attempt, await this.run(kind, handler, { ...job, signal }));
          } catch (error) {
            await boss.fail(kind, attempt, { message: String(error) });
          }
        }
    }
    return count;
  }

  private async run(kind: JobKind, handler: JobHandler, job: BossJob<unknown>): Promise<object | undefined> {
    const { id, data, signal, retryCount } = job;
    try {
      return await handler({
        id,
        newsroomId: job.groupId ?? undefined,
        data,
        retries: retryCount,
        signal,
        progress: async (done, total) => {
          signal.throwIfAborted();
          if (!(await this.queue.keepProgress(id, retryCount, done, total)))
            throw new JobEnded('the job was cancelled');
        },
      });
    } catch (error) {
      if (!(error instanceof JobEnded)) this.logger.warn({ job: id, kind, err: error }, 'a job failed');
      throw error;
    }
  }
}
