import { readdirSync } from 'node:fs';
import { newestMigration } from '../database/migration';
import { TestApp } from '../../test/test-app';

describe('health', () => {
  let app: TestApp;
  beforeAll(async () => { app = await TestApp.start(); });
  afterAll(() => app.stop());

  it('says that the process is up, and that it can do its work', async () => {
    expect(await app.nobody.call('GET', '/health')).toMatchObject({ status: 200, body: { status: 'up' } });
    expect(await app.nobody.call('GET', '/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('is not ready while the newest migration is missing, and is again once it is there', async () => {
    const rename = (from: string, to: string) => app.database.acrossNewsrooms((tx) =>
      tx.$executeRaw`UPDATE "_prisma_migrations" SET "migration_name" = ${to} WHERE "migration_name" = ${from}`);
    await rename(newestMigration, 'gone');
    expect(await app.nobody.call('GET', '/ready')).toMatchObject({ status: 503, body: { code: 'unavailable' }, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
    expect((await app.nobody.call('GET', '/health')).status).toBe(200);
    await rename('gone', newestMigration);
    expect((await app.nobody.call('GET', '/ready')).status).toBe(200);
  });

  it('knows the name of the newest migration', () => {
    const names = readdirSync(new URL('../../../../../prisma/migrations', import.meta.url)).filter((name) => /^\d/.test(name)).toSorted();
    expect(names.at(-1)).toBe(newestMigration);
  });
});
