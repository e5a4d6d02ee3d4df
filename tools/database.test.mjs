import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import pg from 'pg';
import { runningDatabase, startDatabase } from './database.mjs';
import { commandOf, lock } from './processes.mjs';

const module = new URL('database.mjs', import.meta.url).href;

async function query(url, text) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let home;
  let folder;
  const running = [];
  const start = async () => {
    const database = await startDatabase({ folder });
    running.push(database);
    return database;
  };
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'belegg-database-'));
    chmodSync(home, 0o755);
    folder = join(home, 'postgres');
  });
  afterEach(async () => {
    for (const { stop } of running.splice(0)) await stop();
    for (const place of [dirname(realpathSync(folder)), home]) rmSync(place, { recursive: true, force: true });
  });

  test('asks for its password, which its owner alone can read, and has no Unix socket', async () => {
    const { url, port } = await start();
    assert.equal(statSync(`${realpathSync(folder)}.password`).mode & 0o777, 0o600);
    await assert.rejects(query(`postgresql://belegg:wrong@127.0.0.1:${port}/belegg`, 'SELECT'), { code: '28P01' });
    assert.deepEqual(await query(url, 'SHOW unix_socket_directories'), [{ unix_socket_directories: '' }]);
    assert.equal(runningDatabase(folder), url);
  });

  test('keeps what was written through kill -9', async () => {
    const { url, pid, ended } = await start();
    await query(url, `CREATE TABLE kept AS SELECT 'written' AS word`);
    process.kill(pid, 'SIGKILL');
    await ended;
    const again = await start();
    assert.deepEqual(await query(again.url, 'SELECT word FROM kept'), [{ word: 'written' }]);
  });

  test('takes the place of one whose program was killed', async () => {
    const child = spawn(
      process.execPath,
      [
        '-e',
        `import(${JSON.stringify(module)}).then(async ({ startDatabase }) => {
      const { url, pid } = await startDatabase({ folder: ${JSON.stringify(folder)} });
      console.log(JSON.stringify({ url, pid }));
    })`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const { url, pid } = JSON.parse(
      await new Promise((resolve) => {
        child.stdout.once('data', resolve);
      }),
    );
    await query(url, `CREATE TABLE kept AS SELECT 'written' AS word`);
    child.kill('SIGKILL');
    assert.match(commandOf(pid) ?? '', /postgres/);
    const again = await start();
    assert.equal(commandOf(pid), undefined);
    assert.deepEqual(await query(again.url, 'SELECT word FROM kept'), [{ word: 'written' }]);
  });

  test('is not held up by the number of a process that is another by now', async () => {
    const { stop } = await start();
    await stop();
    running.length = 0;
    const file = `${realpathSync(folder)}/postmaster.pid`;
    writeFileSync(file, `${process.pid}\n${folder}\n0\n1\n\n\n\n`);
    await start();
    assert.notEqual(Number(readFileSync(file, 'utf8').split('\n')[0]), process.pid);
  });

  test('refuses data of a newer PostgreSQL', async () => {
    const { stop } = await start();
    await stop();
    running.length = 0;
    writeFileSync(`${realpathSync(folder)}/PG_VERSION`, '99\n');
    await assert.rejects(start(), /are of PostgreSQL 99, newer than/);
  });
});

describe('the lock on a data folder', () => {
  test('is held by one process, and taken over from one that is gone', () => {
    const home = mkdtempSync(join(tmpdir(), 'belegg-lock-'));
    const file = join(home, 'belegg.lock');
    try {
      writeFileSync(file, '999999999');
      assert.equal(lock(file), undefined);
      assert.equal(readFileSync(file, 'utf8'), String(process.pid));
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
