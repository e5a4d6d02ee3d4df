import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseLink } from '../../test/database-link';
import { TestApp, type Caller } from '../../test/test-app';

describe('while the database is away', () => {
  let near: TestApp;
  let app: TestApp;
  let link: DatabaseLink;
  let editor: Caller;
  beforeAll(async () => {
    near = await TestApp.start();
    link = await DatabaseLink.to(near.databaseUrl);
    app = await near.beside(link.url);
    editor = await app.member(await app.newsroom(), ['editor']);
  });
  afterAll(async () => {
    await link.mend();
    await app.stop();
    await link.cut();
    await near.stop();
  });
  afterEach(() => link.mend());

  const addSource = (name: string) => editor.call('POST', '/api/sources', { kind: 'newspaper', name });
  const untilReady = async () => {
    for (let i = 0; i < 100 && (await app.nobody.call('GET', '/ready')).status !== 200; i += 1) await delay(100);
  };

  it('everything that needs it is unavailable, and nothing else; all of it comes back by itself', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect((await addSource(`before ${round}`)).status).toBe(201);
      await link.cut();
      for (const answer of [
        await app.nobody.call('GET', '/ready'),
        await editor.call('GET', '/api/session'),
        await addSource('meanwhile'),
      ]) {
        expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable', status: 503 } });
        expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      }
      expect((await app.nobody.call('POST', '/api/session', { email: 'a@b.test', password: 'x' })).status).toBe(503);
      expect((await app.nobody.call('GET', '/health')).status).toBe(200);
      await link.mend();
      await untilReady();
      expect((await addSource(`after ${round}`)).status).toBe(201);
    }
  });

  it('calls that are on their way end as unavailable, and none is half there', async () => {
    const calls = Promise.all(Array.from({ length: 40 }, (_, i) => addSource(`racing ${i}`)));
    await delay(60);
    await link.cut();
    const statuses = (await calls).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    const { newsroomId } = editor.actor;
    const [sources, events] = await near.database.inNewsroom(newsroomId, async (tx) => [
      await tx.source.count({ where: { newsroomId, name: { startsWith: 'racing' } } }),
      (await tx.event.findMany({ where: { newsroomId, type: 'source.created' } })).filter(({ data }) =>
        JSON.stringify(data).includes('racing'),
      ).length,
    ]);
    expect(events).toBe(sources);
    expect(sources).toBeGreaterThanOrEqual(statuses.filter((status) => status === 201).length);
  });

  it('a database that hangs is not ready either, and the answer does not hang with it', async () => {
    await untilReady();
    link.hold();
    expect((await app.nobody.call('GET', '/ready')).status).toBe(503);
  });
});
