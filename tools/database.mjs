import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import pg from 'pg';
import { Failure, foreseen } from './failure.mjs';
import { checkVersion, preparePostgres } from './postgres.mjs';
import { commandOf, freePort, run, until } from './processes.mjs';

const superuser = 'belegg';
const patience = 30_000;

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {number} port
 * @property {number} pid
 * @property {() => Promise<void>} stop lets no new session in, ends those that are open, and waits for the end
 * @property {Promise<void>} ended resolves when PostgreSQL is gone, asked to or not
 */

/**
 * Starts the embedded PostgreSQL on a data folder, which is made when it is not there, and recovers one that was
 * killed. It listens on 127.0.0.1 alone and asks for a password, which is kept beside the folder for its owner only.
 * @param {object} options
 * @param {string} options.folder
 * @param {number} [options.port] a free one by default
 * @param {boolean} [options.durable] false trades safety against a power failure for speed, for tests
 * @returns {Promise<Database>}
 */
export async function startDatabase({ folder, port, durable = true }) {
  await checkVersion(folder);
  const postgres = await preparePostgres(folder);
  if (!existsSync(`${postgres.folder}/PG_VERSION`)) await initialize(postgres);
  await stopOrphan(postgres.folder);
  const password = readPassword(postgres.folder);
  const chosen = port ?? (await freePort());
  const server = await launch(postgres, chosen, durable);
  const url = address(chosen, password);
  await createDatabase(url);
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  return { url, port: chosen, pid: server.pid, ended, stop: () => stop(server, ended) };
}

/** The address of the embedded database of a data folder, if it runs at the moment. */
export function runningDatabase(folder) {
  const [pid, , , port] = readPidFile(folder);
  return pid && commandOf(pid)?.includes('postgres') ? address(port, readPassword(folder)) : undefined;
}

const address = (port, password) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/belegg`;

/** Made under another name first, so that an interrupted start leaves no half of a data folder. */
async function initialize({ initdb, folder, user }) {
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  mkdirSync(draft, { mode: 0o700 });
  if (user.uid !== undefined) for (const path of [passwordFile, draft]) chownSync(path, user.uid, user.gid);
  const { code, output } = await run(
    initdb,
    [
      '-D',
      draft,
      '-U',
      superuser,
      '--auth-host=scram-sha-256',
      '--auth-local=reject',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    surroundings(user),
  );
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw foreseen(output) ?? new Failure(`PostgreSQL could not make its data folder ${folder}: ${lastLine(output)}`);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

/** Its own session, so that Ctrl-C reaches this program alone, which then stops things in their order. */
const surroundings = (user) => ({
  ...user,
  cwd: '/',
  detached: true,
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
});

/** A PostgreSQL whose Belegg was killed: it is stopped, and what it had not yet written is recovered by the next. */
async function stopOrphan(folder) {
  const [pid] = readPidFile(folder);
  if (!pid) return;
  for (const signal of ['SIGINT', 'SIGKILL']) {
    const command = commandOf(pid);
    if (!command?.includes('postgres') || !command.includes(folder)) break;
    process.kill(pid, signal);
    await until(() => !commandOf(pid), patience / 3);
  }
  // Its number may be another program's by now, or a dead process's that nobody has taken note of: PostgreSQL would
  // wait for both.
  rmSync(`${folder}/postmaster.pid`, { force: true });
}

/**
 * Lines of postmaster.pid: process, data folder, start, port, socket folder, address, shared memory, state.
 * @returns {any[]} a number, then texts; none without such a file
 */
function readPidFile(folder) {
  try {
    return readFileSync(`${folder}/postmaster.pid`, 'utf8')
      .split('\n')
      .map((line, index) => (index === 0 ? Number(line) : line.trim()));
  } catch {
    return [];
  }
}

function readPassword(folder) {
  try {
    return readFileSync(`${realpathSync(folder)}.password`, 'utf8');
  } catch {
    throw new Failure(
      `The password of the database in ${folder} is missing. Bring ${folder}.password back from a copy.`,
    );
  }
}

/**
 * Starts the server and waits until it takes sessions. After `kill -9`, sessions that outlived it can hold its memory
 * for a moment.
 */
async function launch({ postgres, folder, user }, port, durable) {
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'log_min_messages=log',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const logFile = `${folder}.log`;
  for (const end = performance.now() + patience; ;) {
    const log = openSync(logFile, 'w', 0o600);
    const server = spawn(postgres, ['-D', folder, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])], {
      ...surroundings(user),
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    server.unref();
    const ready = () => {
      const lines = readPidFile(folder);
      return lines[0] === server.pid && lines[7] === 'ready';
    };
    await until(() => server.exitCode !== null || server.signalCode !== null || ready(), 2 * patience);
    if (server.exitCode === null && server.signalCode === null && ready()) return server;
    const output = readFileSync(logFile, 'utf8');
    if (/is still in use/.test(output) && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      continue;
    }
    server.kill('SIGKILL');
    throw foreseen(output) ?? new Failure(`PostgreSQL did not start (all of it in ${logFile}): ${lastLine(output)}`);
  }
}

/** The last line that says why, without the time in front of it. */
function lastLine(output) {
  const lines = output.trim().split('\n');
  const cause = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
  return cause.replace(/^.*?(FATAL|PANIC|error):\s*/, '');
}

async function createDatabase(url) {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
}

async function stop(server, ended) {
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), patience);
  await ended;
  clearTimeout(timer);
}
