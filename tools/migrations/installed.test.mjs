// Against a PostgreSQL and a PgBouncer of the system, where they are installed: apt-get install postgresql pgbouncer.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort, until } from '../processes.mjs';
import { query, withClient } from './connection.mjs';
import { deploy, status } from './deploy.mjs';
import { preflight } from './preflight.mjs';
import { readMigrations } from './files.mjs';

const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
const bin = versions
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .find((path) => existsSync(`${path}/initdb`));
const bouncer = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path));
const user = process.getuid?.() === 0 ? userNamed('postgres') : {};

function userNamed(name) {
  const id = (flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

const skip = bin ? false : 'PostgreSQL is not installed on this system';

describe('a PostgreSQL of the system', { skip }, () => {
  let home;
  let port;
  let pooled;
  const processes = [];
  const start = (command, args) => {
    const child = spawn(command, args, { ...user, stdio: 'ignore', cwd: '/' });
    processes.push(child);
    return child;
  };
  const superuser = (database = 'postgres') => `postgresql://root@${encodeURIComponent(home)}:${port}/${database}`;

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'belegg-installed-'));
    chmodSync(home, 0o755);
    if (user.uid) chownSync(home, user.uid, user.gid);
    port = await freePort();
    const run = (program, ...args) => execFileSync(`${bin}/${program}`, args, { ...user, cwd: '/', stdio: 'pipe' });
    run('initdb', '-D', `${home}/data`, '-U', 'root', '--auth=trust', '--encoding=UTF8', '--locale=C');
    execFileSync(
      'openssl',
      // prettier-ignore
      ['req', '-new', '-x509', '-days', '2', '-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
        '-keyout', `${home}/data/server.key`, '-out', `${home}/data/server.crt`],
      { ...user, stdio: 'pipe' },
    );
    chmodSync(`${home}/data/server.key`, 0o600);
    const settings = ['ssl=on', `unix_socket_directories=${home}`, 'listen_addresses=localhost', 'fsync=off'];
    start(`${bin}/postgres`, ['-D', `${home}/data`, '-p', String(port), ...settings.flatMap((text) => ['-c', text])]);
    assert.ok(await until(() => query(superuser(), 'SELECT').then(Boolean, () => false), 60_000, 200));
    for (const name of ['first', 'second', 'copy']) {
      await query(superuser(), `CREATE ROLE ${name} LOGIN PASSWORD '${name}'`);
      await query(superuser(), `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
    }
    if (bouncer) await startBouncer();
  });
  after(async () => {
    for (const child of processes.reverse()) {
      child.kill('SIGINT');
      await until(() => child.exitCode !== null || child.signalCode !== null, 20_000);
    }
    rmSync(home, { recursive: true, force: true });
  });

  async function startBouncer() {
    pooled = await freePort();
    mkdirSync(`${home}/pool`, { recursive: true });
    writeFileSync(`${home}/pool/users.txt`, '"second" "second"\n');
    writeFileSync(
      `${home}/pool/pgbouncer.ini`,
      `[databases]\n* = host=${home} port=${port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${pooled}\nunix_socket_dir =\n` +
        `auth_type = trust\nauth_file = ${home}/pool/users.txt\npool_mode = transaction\ndefault_pool_size = 2\n`,
    );
    start(bouncer, [`${home}/pool/pgbouncer.ini`]);
    const url = `postgresql://second@127.0.0.1:${pooled}/second`;
    assert.ok(await until(() => query(url, 'SELECT').then(Boolean, () => false), 30_000, 200));
  }

  test('serves a plain owner over its Unix socket, written in both ways', async () => {
    assert.deepEqual(
      await deploy(`postgresql://first@${encodeURIComponent(home)}:${port}/first`),
      readMigrations().map(({ name }) => name),
    );
    assert.deepEqual(await status(`postgresql://first@x:${port}/first?host=${home}`), []);
  });

  test('is trusted over TLS by the certificate that the address names, and else says what is missing', async () => {
    const url = `postgresql://first@localhost:${port}/first?sslmode=require`;
    await assert.rejects(preflight(url), /has a certificate of .* add sslrootcert=/);
    const secure = `${url}&sslrootcert=${home}/data/server.crt`;
    assert.deepEqual(await status(secure), []);
    assert.deepEqual(await query(secure, 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'), [{ ssl: true }]);
  });

  test(
    'is migrated and used through PgBouncer in transaction mode',
    { skip: bouncer ? false : 'no PgBouncer' },
    async () => {
      const url = `postgresql://second@127.0.0.1:${pooled}/second`;
      const applied = await Promise.all([deploy(url), deploy(url), deploy(url)]);
      assert.deepEqual(
        applied.flat().sort(),
        readMigrations().map(({ name }) => name),
      );
      // Connections are shared: what one transaction set, the next must not see.
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          withClient(url, async (client) => {
            const newsroom = `00000000-0000-0000-0000-0000000000${String(index).padStart(2, '0')}`;
            await client.query('BEGIN');
            await client.query(
              `SELECT set_config('belegg.newsroom', $1, true), set_config('role', belegg_role(), true)`,
              [newsroom],
            );
            const { rows } = await client.query(`SELECT current_setting('belegg.newsroom') AS newsroom`);
            await client.query('COMMIT');
            assert.deepEqual(rows, [{ newsroom }]);
            const after = await client.query(
              `SELECT coalesce(current_setting('belegg.newsroom', true), '') AS newsroom`,
            );
            assert.deepEqual(after.rows, [{ newsroom: '' }]);
          }),
        ),
      );
    },
  );

  test('takes a dump of another database, and serves it after the next start', async () => {
    const source = `postgresql://first@x:${port}/first?host=${home}`;
    await query(source, `INSERT INTO "Newsroom" ("id", "name") VALUES (gen_random_uuid(), 'Kept')`);
    const args = ['-h', home, '-p', String(port)];
    const dump = execFileSync(
      `${bin}/pg_dump`,
      [...args, '-U', 'first', '--enable-row-security', '--no-owner', '--format=custom', 'first'],
      { maxBuffer: 1e9 },
    );
    execFileSync(`${bin}/pg_restore`, [...args, '-U', 'copy', '--no-owner', '--no-privileges', '-d', 'copy'], {
      input: dump,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const copy = `postgresql://copy@x:${port}/copy?host=${home}`;
    assert.deepEqual(await deploy(copy), []);
    assert.deepEqual(await query(copy, 'SELECT "name" FROM "Newsroom"'), [{ name: 'Kept' }]);
  });
});
