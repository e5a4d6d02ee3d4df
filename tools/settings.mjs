import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { Failure, runMain } from './failure.mjs';

/**
 * @typedef {object} Settings
 * @property {number} port where page and API are served
 * @property {string} host the address to listen on
 * @property {string | undefined} databaseUrl a PostgreSQL of one's own; without it the embedded one is used
 * @property {string | undefined} databaseRole the role that serves newsrooms, "none" for no role; found out when not
 * set
 * @property {string} dataDir absolute; holds the embedded database and the evidence
 */

/** Reads PORT, HOST, DATABASE_URL, DATABASE_ROLE and DATA_DIR. An empty one counts as not set. @returns {Settings} */
export function readSettings(env = process.env) {
  return {
    port: readPort(env.PORT || '3000'),
    host: env.HOST || '127.0.0.1',
    databaseUrl: env.DATABASE_URL ? readDatabaseUrl(env.DATABASE_URL) : undefined,
    databaseRole: env.DATABASE_ROLE || undefined,
    dataDir: resolve(env.DATA_DIR || '.data'),
  };
}

/** Whether only this machine can reach an address. */
export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readPort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Failure(`PORT is "${text}". Set it to a number from 1 to 65535.`);
  return port;
}

/**
 * Where the address of a database leads. A socket folder stands in `?host=` or, percent-encoded, in the host's place.
 * @param {string} text
 * @returns {{ url: URL, socket: string | undefined } | undefined} undefined when it is no address
 */
export function parseDatabaseUrl(text) {
  const withHost = text.replace(/^([a-z]+:\/\/[^/?#]*?@?)(?=[/?#]|$)(?<=\/|@)/i, '$1localhost');
  if (!URL.canParse(withHost)) return undefined;
  const url = new URL(withHost);
  const host = url.searchParams.get('host') ?? decode(url.hostname);
  return { url, socket: host.startsWith('/') ? host : undefined };
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The messages never hold the address itself: it may carry a password. @param {string} text */
function readDatabaseUrl(text) {
  const example = 'postgresql://user:password@host:5432/database';
  const parsed = parseDatabaseUrl(text);
  if (!parsed)
    throw new Failure(
      `DATABASE_URL is no address. Write it as ${example}; in user and password write each of @ : / ? # % in its percent-encoding (@ is %40).`,
    );
  const { url } = parsed;
  if (!/^postgres(ql)?:$/.test(url.protocol))
    throw new Failure(`DATABASE_URL begins with "${url.protocol}". Belegg stores in PostgreSQL: ${example}.`);
  if (url.pathname.length < 2) throw new Failure(`DATABASE_URL names no database. Put one at its end: ${example}.`);
  if ([url.username, url.password, url.pathname].some((part) => /%(?![0-9a-f]{2})/i.test(part)))
    throw new Failure('DATABASE_URL holds a % that encodes nothing. Write a plain % as %25.');
  return text;
}

/** Proves that what the settings name can be used, before anything slow happens. */
export async function checkSettings({ port, host, databaseUrl, dataDir }) {
  await checkPort(port, host);
  checkDataDir(dataDir);
  if (databaseUrl) await checkReachable(databaseUrl);
}

const listenFailures = {
  EADDRINUSE: (port) =>
    `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port === 65_535 ? 3000 : port + 1} npm start.`,
  EACCES: (port) => `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start.`,
  EADDRNOTAVAIL: (_, host) =>
    `HOST is "${host}", which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 to serve to others.`,
};

function checkPort(port, host) {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
      fail(new Failure((listenFailures[code] ?? listenFailures.EADDRNOTAVAIL)(port, host))),
    );
    server.listen(port, host, () => server.close(done));
  });
}

const leastRoom = 64 * 1024 * 1024;

/** Makes the data folder, and proves that it can be written and has room. */
export function checkDataDir(dataDir) {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw error;
    throw new Failure(
      `The data folder ${dataDir} cannot be written (${error.code}). Mend its permissions, or name another in DATA_DIR.`,
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < leastRoom) {
    throw new Failure(
      `The disk is full: ${Math.floor((bavail * bsize) / 1e6)} MB are left for ${dataDir}, and 64 MB is the least. Make room, or name another folder in DATA_DIR.`,
    );
  }
}

/**
 * Level by level: Node's own recursive way never ends where the system answers that a parent is missing, as below
 * /proc.
 */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** @param {string} text @returns {Promise<void>} */
function checkReachable(text) {
  const { url, socket } = /** @type {NonNullable<ReturnType<typeof parseDatabaseUrl>>} */ (parseDatabaseUrl(text));
  const port = Number(url.port || 5432);
  const host = url.searchParams.get('host') ?? (url.hostname.replace(/^\[|\]$/g, '') || 'localhost');
  const path = socket && join(socket, `.s.PGSQL.${port}`);
  return new Promise((done, fail) => {
    const connection = connect({ ...(path ? { path } : { host, port }), timeout: 5000 }, () => {
      connection.destroy();
      done();
    });
    const refuse = (/** @type {string} */ reason) => {
      connection.destroy();
      fail(
        new Failure(
          `No database answers at ${path ?? `${host}:${port}`} (${reason}). Start it, or correct DATABASE_URL.`,
        ),
      );
    };
    connection.on('error', (error) => refuse(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message));
    connection.on('timeout', () => refuse('no answer in 5 s'));
  });
}

await runMain(import.meta, () => checkSettings(readSettings()));
