import { TestApp, type Caller } from '../../test/test-app';

describe('a database whose disk is full', () => {
  let app: TestApp;
  let editor: Caller;
  beforeAll(async () => {
    app = await TestApp.start();
    editor = await app.member(await app.newsroom(), ['editor']);
    // What PostgreSQL says when it cannot extend a file, raised by PostgreSQL itself.
    await app.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`CREATE FUNCTION "full_disk"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE 'could not extend file "base/1/1": No space left on device' USING ERRCODE = 'disk_full'; END $$`;
    });
  });
  afterAll(() => app.stop());

  const fill = (table: 'Source' | 'Session', on: string) =>
    app.database.acrossNewsrooms((tx) =>
      tx.$executeRawUnsafe(`CREATE TRIGGER "full" BEFORE ${on} ON "${table}" EXECUTE FUNCTION "full_disk"()`),
    );
  const empty = (table: 'Source' | 'Session') =>
    app.database.acrossNewsrooms((tx) => tx.$executeRawUnsafe(`DROP TRIGGER "full" ON "${table}"`));
  const addSource = (name: string) => editor.call('POST', '/api/sources', { kind: 'other', name });
  const ready = async () => (await app.nobody.call('GET', '/ready')).status;

  it('says so, is not ready, lets people read, and recovers by itself', async () => {
    await fill('Source', 'INSERT');
    await fill('Session', 'UPDATE');
    expect(await ready()).toBe(200);
    expect(await addSource('KCNA')).toMatchObject({
      status: 503,
      body: { code: 'no-space', title: 'No room on the disk' },
    });
    expect(await app.nobody.call('GET', '/ready')).toMatchObject({ status: 503, body: { code: 'no-space' } });
    app.advance(120_000);
    expect((await editor.call('GET', '/api/sources')).status).toBe(200);
    await empty('Source');
    await empty('Session');
    expect(await ready()).toBe(200);
    expect((await addSource('KCNA')).status).toBe(201);
  });
});

describe('a disk for evidence that is nearly full', () => {
  it('is not ready', async () => {
    // A file system without a free block.
    const app = await TestApp.start({ DATA_DIR: '/proc' });
    expect(await app.nobody.call('GET', '/ready')).toMatchObject({ status: 503, body: { code: 'no-space' } });
    await app.stop();
  });
});
