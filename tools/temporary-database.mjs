import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startDatabase } from './database.mjs';
import { deploy } from './migrations/deploy.mjs';

/**
 * A real PostgreSQL for tests, empty but for the migrations, in a folder of its own that goes when it stops.
 * @returns {Promise<import('./database.mjs').Database>}
 */
export async function startTemporaryDatabase() {
  const home = mkdtempSync(join(tmpdir(), 'belegg-test-'));
  chmodSync(home, 0o755); // PostgreSQL may run as another user
  const folder = join(home, 'postgres');
  const remove = () => {
    for (const place of [dirname(realpathSync(folder)), home]) rmSync(place, { recursive: true, force: true });
  };
  const database = await startDatabase({ folder, durable: false });
  const abandon = () => {
    process.kill(database.pid, 'SIGQUIT');
    remove();
  };
  process.once('exit', abandon);
  await deploy(database.url);
  return {
    ...database,
    stop: async () => {
      process.off('exit', abandon);
      await database.stop();
      remove();
    },
  };
}
