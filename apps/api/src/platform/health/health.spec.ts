import { readdirSync, readFileSync } from 'node:fs';
import { newestMigration } from '../database/migration';
import { version } from '../version';
import { TestApp } from '../../test/test-app';

describe('health', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('says that the process is up, and that it can do its work', async () => {
    expect(await app.nobody.call('GET', '/health')).toMatchObject({ status: 200, body: { status: 'up' } });
    expect(await app.nobody.call('GET', '/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('is not ready while the newest migration is missing, and is again once it is there', async () => {
    const rename = (from: string, to: string) =>
      app.database.acrossNewsrooms(
        (tx) =>
          tx.$executeRaw`UPDATE "_prisma_migrations" SET "migration_name" = ${to} WHERE "migration_name" = ${from}`,
      );
    await rename(newestMigration, 'gone');
    expect(await app.nobody.call('GET', '/ready')).toMatchObject({
      status: 503,
      body: { code: 'unavailable' },
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    });
    expect((await app.nobody.call('GET', '/health')).status).toBe(200);
    await rename('gone', newestMigration);
    expect((await app.nobody.call('GET', '/ready')).status).toBe(200);
  });

  it('is not ready while no transaction of a newsroom can be opened, as after a copy without its role', async () => {
    const name = (role: string) =>
      app.database.acrossNewsrooms((tx) =>
        tx.$executeRawUnsafe(
          `CREATE OR REPLACE FUNCTION belegg_role() RETURNS text LANGUAGE sql STABLE AS $$SELECT '${role}'::text$$`,
        ),
      );
    await name('gone');
    expect((await app.nobody.call('GET', '/ready')).status).toBe(503);
    await name('belegg_app');
    expect((await app.nobody.call('GET', '/ready')).status).toBe(200);
  });

  it('knows the name of the newest migration', () => {
    const names = readdirSync(new URL('../../../../../prisma/migrations', import.meta.url))
      .filter((name) => /^\d/.test(name))
      .toSorted();
    expect(names.at(-1)).toBe(newestMigration);
  });

  it('shows its figures to administrators and their programs alone', async () => {
    const newsroomId = await app.newsroom();
    const [admin, editor] = [
      await app.member(newsroomId, ['admin']),
      await app.member(newsroomId, ['editor', 'reviewer']),
    ];
    expect((await app.nobody.call('GET', '/metrics')).status).toBe(401);
    expect((await editor.call('GET', '/metrics')).status).toBe(403);
    const { status, text, headers } = await admin.call('GET', '/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/^http_request_duration_seconds_count\{method="GET",route="\/health",status="200"\} 2$/m);
    expect(text).toMatch(
      /^http_request_duration_seconds_bucket\{le="0.005",method="GET",route="\/health",status="200"\} \d$/m,
    );
    expect(text).toMatch(/^database_connections\{pool="newsrooms",state="most"\} 4$/m);
    expect(text).toMatch(/^event_streams_open 0$/m);
    expect(text).toMatch(/^process_cpu_seconds_total /m);
  });

  it('has every figure that the dashboard of docs/grafana.json asks for', async () => {
    const admin = await app.member(await app.newsroom(), ['admin']);
    const { text } = await admin.call('GET', '/metrics');
    const dashboard = readFileSync(new URL('../../../../../docs/grafana.json', import.meta.url), 'utf8');
    const asked = [...dashboard.matchAll(/\b(http|database|event|backup|process|nodejs)_\w+/g)].map(([name]) => name);
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(asked.filter((name) => !text.includes(`\n${name}`))).toEqual([]);
  });

  it('gives figures no label that a caller chose', async () => {
    const admin = await app.member(await app.newsroom(), ['admin']);
    await app.nobody.call('GET', '/api/whatever-they-like');
    expect((await admin.call('GET', '/metrics')).text).not.toContain('whatever-they-like');
  });

  it('has one version', () => {
    const about = JSON.parse(readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8')) as object;
    expect(about).toMatchObject({ version });
  });

  it('describes the whole interface to anybody', async () => {
    const { status, body } = await app.nobody.call<{ openapi: string; paths: Record<string, object> }>(
      'GET',
      '/api/openapi.json',
    );
    expect({ status, openapi: body.openapi }).toEqual({ status: 200, openapi: '3.1.0' });
    expect(body.paths).toHaveProperty(['/api/session', 'post']);
  });
});
