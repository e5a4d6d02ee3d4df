import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isLoopback, readSettings } from './settings.mjs';

const program = fileURLToPath(new URL('settings.mjs', import.meta.url));

describe('settings', () => {
  let folder;
  let taken;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'belegg-settings-'));
    taken = createServer();
    await new Promise((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
  });
  after(() => {
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('have defaults, and an empty one counts as not set', () => {
    const expected = {
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databaseRole: undefined,
      dataDir: join(process.cwd(), '.data'),
    };
    assert.deepEqual(readSettings({}), expected);
    assert.deepEqual(readSettings({ PORT: '', HOST: '', DATABASE_URL: '', DATA_DIR: '' }), expected);
  });

  /** @type {[string, () => Record<string, string>, RegExp][]} */
  const refused = [
    ['a port that is no number', () => ({ PORT: 'abc' }), /PORT is "abc"/],
    ['a port out of range', () => ({ PORT: '70000' }), /1 to 65535/],
    ['a port that is taken', () => ({ PORT: String(taken.address().port) }), /is taken/],
    ['an address of another machine', () => ({ HOST: '192.0.2.1' }), /no address of this machine/],
    ['another kind of database', () => ({ DATABASE_URL: 'mysql://u:secret@h/d' }), /begins with "mysql:"/],
    ['no address of a database', () => ({ DATABASE_URL: 'secret' }), /no address/],
    ['no name of a database', () => ({ DATABASE_URL: 'postgresql://u:secret@127.0.0.1' }), /names no database/],
    ['a % that encodes nothing', () => ({ DATABASE_URL: 'postgresql://u:sec%ret@h/d' }), /Write a plain % as %25/],
    [
      'a socket that is not there',
      () => ({ DATABASE_URL: 'postgresql://u:secret@/d?host=/nowhere' }),
      /No database answers at \/nowhere\/.s.PGSQL.5432/,
    ],
    [
      'a database that does not answer',
      () => ({ DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/d' }),
      /No database answers at 127.0.0.1:1/,
    ],
    ['a data folder below a file', () => ({ DATA_DIR: `${program}/x` }), /cannot be written/],
    ['a data folder that the system does not make', () => ({ DATA_DIR: '/proc/belegg' }), /cannot be written/],
  ];
  for (const [name, env, message] of refused) {
    test(`refuse ${name} in one line, without a stack trace or a password, with exit code 1`, () => {
      const { status, stderr } = spawnSync(process.execPath, [program], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, DATA_DIR: folder, ...withFreePort(env()) },
      });
      assert.match(stderr, message);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
      assert.doesNotMatch(stderr, /secret/);
      assert.equal(status, 1);
    });
  }

  test('know what this machine alone can reach', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) assert.equal(isLoopback(host), true, host);
    for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org', ''])
      assert.equal(isLoopback(host), false, host);
  });
});

/** High ports are seldom taken, and what is tested is not the port. */
const withFreePort = (env) => ({ PORT: String(50_000 + (process.pid % 10_000)), ...env });
