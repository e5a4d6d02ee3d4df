import type { JobView } from '@belegg/contract';
import { readRows, sql } from '../platform/database/statements';
import { JobQueue, JobWorker } from '../platform/jobs';
import { Prisma } from '../generated/prisma/client';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

describe('jobs', () => {
  let team: TestTeam;
  let queue: JobQueue;
  let worker: JobWorker;
  beforeAll(async () => {
    team = await TestTeam.open();
    queue = team.app.nest.get(JobQueue);
    worker = team.app.nest.get(JobWorker);
  });
  afterAll(() => team.close());
  afterEach(async () => {
    const boss = await queue.open();
    await boss.deleteAllJobs('check');
  });

  const ask = async (by = team.admin) => (await by.call<JobView>('POST', '/api/jobs', { kind: 'check' })).body;
  const get = async (id: string, by = team.admin) => (await by.call<JobView>('GET', `/api/jobs/${id}`)).body;
  const list = async (by: Caller, query = '') =>
    (await by.call<{ items: JobView[] }>('GET', `/api/jobs${query}`)).body.items.map(({ id, state }) => ({
      id,
      state,
    }));
  const add = (newsroomId: string) =>
    team.app.database.inNewsroom(newsroomId, (tx) => queue.add(tx, { kind: 'check', newsroomId }));

  it('belong to the transaction that adds them', async () => {
    const { newsroomId } = team;
    const failing = team.app.database.inNewsroom(newsroomId, async (tx) => {
      await queue.add(tx, { kind: 'check', newsroomId });
      throw new RangeError('not so');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await list(team.admin)).toEqual([]);
    const id = await add(newsroomId);
    expect(await list(team.admin)).toEqual([{ id, state: 'waiting' }]);
  });

  it('are never seen by another newsroom, nor added for it', async () => {
    const { id } = await ask();
    expect(await list(team.stranger)).toEqual([]);
    for (const path of [`/api/jobs/${id}/cancel`, `/api/jobs/${id}/retry`])
      expect((await team.stranger.call('POST', path)).status).toBe(404);
    expect((await team.stranger.call('GET', `/api/jobs/${id}`)).status).toBe(404);
    // The second wall, behind the `where` of the query.
    const schema = Prisma.raw(await queue.schema());
    const theirs = team.stranger.actor.newsroomId;
    const seen = await team.app.database.inNewsroom(theirs, (tx) =>
      readRows(tx, sql`SELECT "id" FROM ${schema}."job_common"`),
    );
    expect(seen).toEqual([]);
    const smuggled = team.app.database.inNewsroom(theirs, (tx) =>
      queue.add(tx, { kind: 'check', newsroomId: team.newsroomId }),
    );
    await expect(smuggled).rejects.toMatchObject({ code: '42501' });
  });

  it('tell who asked and what came of it; a second asking finds the first', async () => {
    await team.article();
    const { id, ...asked } = await ask();
    expect(asked).toMatchObject({ kind: 'check', state: 'waiting', askedBy: { name: 'Ada' }, retries: 0 });
    expect((await ask()).id).toBe(id);
    expect(await worker.runAll()).toBe(1);
    expect(await get(id)).toMatchObject({ state: 'done', result: { articles: 1, faults: [], more: 0 } });
    expect((await ask()).id).not.toBe(id);
  });

  it('find what was changed behind our back', async () => {
    const article = await team.article();
    await team.app.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`UPDATE "ArticleHead" SET "signedOffRevision" = 7 WHERE "articleId" = ${article.id}::uuid`;
    });
    const { id } = await ask();
    await worker.runAll();
    const { result } = await get(id);
    expect(JSON.stringify(result)).toContain(article.id);
  });

  it('fail after so many tries, and are done again when somebody says so', async () => {
    let runs = 0;
    worker.handle('check', async () => {
      runs++;
      if (runs <= 3) throw new Error('the disk of ola@example.test is away');
      return { faults: [] };
    });
    const { id } = await ask();
    await worker.runAll();
    expect(runs).toBe(3);
    expect(await get(id)).toMatchObject({
      state: 'failed',
      retries: 2,
      error: expect.stringContaining('[address] is away'),
    });
    expect(await list(team.admin, '?state=failed')).toHaveLength(1);
    expect(await list(team.admin, '?state=done')).toHaveLength(0);
    const { text } = await team.admin.call('GET', '/metrics');
    expect(text).toMatch(/^jobs_failed 1$/m);
    expect((await team.admin.call('POST', `/api/jobs/${id}/retry`)).body).toMatchObject({ state: 'waiting' });
    expect((await team.admin.call('POST', `/api/jobs/${id}/retry`)).body).toMatchObject({ code: 'not-now' });
    await worker.runAll();
    expect(await get(id)).toMatchObject({ state: 'done' });
  });

  it('say how far they are, and stop at the next step once they are cancelled', async () => {
    const steps: number[] = [];
    worker.handle('check', async (job) => {
      const { id } = job;
      for (let step = 0; step < 4; step++) {
        await job.progress(step, 4);
        steps.push(step);
        expect(await get(id)).toMatchObject({ state: 'running', progress: { done: step, total: 4 } });
        if (step === 1) await team.admin.call('POST', `/api/jobs/${id}/cancel`);
        if (step === 1) expect(await get(id)).toMatchObject({ state: 'cancelled' });
      }
      return {};
    });
    const { id } = await ask();
    await worker.runAll();
    expect(steps).toEqual([0, 1]);
    expect(await get(id)).toMatchObject({ state: 'cancelled' });
    expect((await team.admin.call('POST', `/api/jobs/${id}/cancel`)).body).toMatchObject({ code: 'not-now' });
  });
});
