// One PostgreSQL for the whole run, with migrated templates from which each spec file copies its own database. The
// process that reads files is bundled, since Node itself cannot run it from source.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { query } from '../../tools/migrations/connection.mjs';
import { deploy } from '../../tools/migrations/deploy.mjs';
import { startTemporaryDatabase } from '../../tools/temporary-database.mjs';
import config from './rolldown.config.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default async function setUp() {
  const [database, worker] = await Promise.all([startTemporaryDatabase(), bundleReadingWorker()]);
  process.env.TEST_TEMPLATE_URL = database.url;
  process.env.TEST_OWNED_TEMPLATE_URL = await makeOwnedTemplate(database.url);
  process.env.READING_WORKER = join(worker, 'reading-worker.js');
  globalThis.stopTestDatabase = async () => {
    await database.stop();
    await rm(worker, { recursive: true, force: true });
  };
}

async function bundleReadingWorker() {
  // Inside the workspace, where its packages are found.
  const dir = join(root, 'node_modules/.cache/belegg', `reading-worker-${process.pid}`);
  const input = { 'reading-worker': join(root, config.input['reading-worker']) };
  const bundle = await rolldown({ ...config, input, cwd: root, tsconfig: join(root, config.tsconfig) });
  await bundle.write({ ...config.output, dir, cleanDir: true });
  await bundle.close();
  return dir;
}

/** As a managed PostgreSQL gives it: its user owns the database, and may do nothing else. */
async function makeOwnedTemplate(url) {
  await query(url, `CREATE ROLE owner LOGIN PASSWORD 'owner'`);
  await query(url, 'CREATE DATABASE owned OWNER owner');
  const owned = Object.assign(new URL(url), { username: 'owner', password: 'owner', pathname: '/owned' }).href;
  await deploy(owned);
  return owned;
}
