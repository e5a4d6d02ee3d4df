import { join } from 'node:path';
import { runningDatabase, startDatabase } from './database.mjs';
import { preflight } from './migrations/preflight.mjs';
import { Failure } from './failure.mjs';
import { checkVersion } from './postgres.mjs';
import { lock } from './processes.mjs';

/**
 * @typedef {object} OpenDatabase
 * @property {string} url
 * @property {() => Promise<void>} stop ends it if it was started here
 * @property {Promise<void>} [ended] only of one that was started here
 * @property {() => Promise<import('./database.mjs').Database>} [restart] under the same address, after it ended unasked
 */

const folderOf = ({ dataDir }) => join(dataDir, 'postgres');

/** Proves that the database which the settings name can be used, without starting it. */
export async function checkDatabase(settings) {
  await (settings.databaseUrl ? preflight(settings.databaseUrl) : checkVersion(folderOf(settings)));
}

/**
 * Opens the database that the settings name: one's own, or the embedded one, which is started.
 * One process at a time runs the embedded one. Where another runs it already, `share` says whether to use it along with
 * that one.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<OpenDatabase>}
 */
export async function openDatabase(settings, { share }) {
  const { databaseUrl, dataDir } = settings;
  await checkDatabase(settings);
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} };
  const holder = lock(join(dataDir, 'belegg.lock'));
  if (holder === undefined) {
    const database = await startDatabase({ folder: folderOf(settings) });
    return { ...database, restart: () => startDatabase({ folder: folderOf(settings), port: database.port }) };
  }
  const url = share ? runningDatabase(folderOf(settings)) : undefined;
  if (!url)
    throw new Failure(
      `The data folder ${dataDir} is in use by process ${holder}. Stop that one, or name another folder in DATA_DIR.`,
    );
  return { url, stop: async () => {} };
}
