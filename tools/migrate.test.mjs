import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { deploy, diff, status } from './migrate.mjs';
import { startTemporaryDatabase } from './temporary-database.mjs';
import { query } from './wasm-schema-engine.mjs';

describe('migrations', () => {
  let server;
  let url;
  before(async () => {
    server = await startTemporaryDatabase();
  });
  after(() => server.stop());
  beforeEach(async () => {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await query(server.url, `CREATE DATABASE "${name}"`);
    url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  });

  test('yield the schema: whoever changed it has written them', async () => {
    assert.equal(await diff(server.url), undefined);
  });

  test('are applied once by two processes that come at the same time', async () => {
    const all = await status(url);
    assert.ok(all.length > 0);
    const applied = await Promise.all([deploy(url), deploy(url)]);
    assert.deepEqual(applied.flat(), all);
    assert.deepEqual(await status(url), []);
    assert.deepEqual(await deploy(url), []);
  });

  test('refuse a database of a newer Belegg', async () => {
    await deploy(url);
    await query(
      url,
      `UPDATE "_prisma_migrations" SET migration_name = '29990101000000_future' WHERE migration_name = (SELECT max(migration_name) FROM "_prisma_migrations")`,
    );
    await assert.rejects(deploy(url), /of a newer Belegg \(it has the migration 29990101000000_future\)/);
  });

  test('refuse one in which a migration stopped half way', async () => {
    await deploy(url);
    await query(url, `UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name LIKE '%_init'`);
    await assert.rejects(deploy(url), /stopped half way/);
  });

  test('refuse a database of another program', async () => {
    await query(url, 'CREATE TABLE theirs (id int)');
    await assert.rejects(deploy(url), /tables of another program/);
  });
});
