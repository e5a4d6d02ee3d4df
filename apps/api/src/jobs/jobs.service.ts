import { Injectable } from '@nestjs/common';
import type { JobQuery, JobState, JobView, NewJob } from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { JobQueue } from '../platform/jobs';
import { readPeople } from '../platform/people';
import { ProblemError } from '../platform/problem-error';
import { assertStanding } from '../platform/sessions/standing';
import { askerOf, readJobs, toJobView, type JobRow } from './job.repository';

const pageSize = 50;
const idKey = z.tuple([z.uuid()]);

/** What is done beside the calls, as administrators of a newsroom see it. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
  ) {}

  async list({ newsroomId }: Actor, { state, cursor }: JobQuery): Promise<{ items: JobView[]; nextCursor?: string }> {
    const before = decodeCursor(cursor, idKey)?.[0];
    const schema = await this.queue.schema();
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const rows = await readJobs(tx, schema, newsroomId, { states: state && [state], before, limit: pageSize + 1 });
      const { items, ...more } = pageOf(rows, pageSize, ({ id }) => [id]);
      return { items: await this.views(tx, newsroomId, items), ...more };
    });
  }

  /** One that waits or runs already is the answer to a second asking. */
  async ask(actor: Actor, { kind }: NewJob): Promise<JobView> {
    const { newsroomId, accountId } = actor;
    const schema = await this.queue.schema();
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await assertStanding(tx, actor);
      const [running] = await readJobs(tx, schema, newsroomId, { kind, states: ['waiting', 'running'], limit: 1 });
      const id = running?.id ?? (await this.queue.add(tx, { kind, newsroomId, data: { askedBy: accountId } }));
      return this.view(tx, schema, newsroomId, id);
    });
  }

  /** @throws ProblemError `not-found` */
  async get({ newsroomId }: Actor, id: string): Promise<JobView> {
    const schema = await this.queue.schema();
    return this.database.readNewsroom(newsroomId, (tx) => this.view(tx, schema, newsroomId, id));
  }

  /** @throws ProblemError `not-found`; `not-now` when it is over */
  cancel(actor: Actor, id: string): Promise<JobView> {
    return this.change(actor, id, ['waiting', 'running'], async ({ kind }) => {
      await (await this.queue.open()).cancel(kind, id);
    });
  }

  /** @throws ProblemError `not-found`; `not-now` when it waits, runs or is done */
  retry(actor: Actor, id: string): Promise<JobView> {
    return this.change(actor, id, ['failed', 'cancelled'], async ({ kind, state }) => {
      const boss = await this.queue.open();
      await (state === 'failed' ? boss.retry(kind, id) : boss.resume(kind, id));
    });
  }

  private async change(
    actor: Actor,
    id: string,
    from: readonly JobState[],
    work: (job: JobRow) => Promise<void>,
  ): Promise<JobView> {
    const { newsroomId } = actor;
    const schema = await this.queue.schema();
    const job = await this.database.inNewsroom(newsroomId, async (tx) => {
      await assertStanding(tx, actor);
      return this.find(tx, schema, newsroomId, id);
    });
    if (!from.includes(job.state)) throw new ProblemError('not-now');
    await work(job);
    return this.get(actor, id);
  }

  private async find(tx: Tx, schema: string, newsroomId: string, id: string): Promise<JobRow> {
    const [job] = await readJobs(tx, schema, newsroomId, { id, limit: 1 });
    if (!job) throw new ProblemError('not-found');
    return job;
  }

  private async view(tx: Tx, schema: string, newsroomId: string, id: string): Promise<JobView> {
    const [view] = await this.views(tx, newsroomId, [await this.find(tx, schema, newsroomId, id)]);
    if (!view) throw new ProblemError('not-found');
    return view;
  }

  private async views(tx: Tx, newsroomId: string, jobs: readonly JobRow[]): Promise<JobView[]> {
    const people = await readPeople(
      tx,
      newsroomId,
      jobs.map(askerOf).filter((asker) => asker !== undefined),
    );
    return jobs.map((job) => toJobView(job, people));
  }
}
