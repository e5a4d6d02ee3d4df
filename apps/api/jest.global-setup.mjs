// One PostgreSQL for the whole run, with migrated templates from which each spec file copies its own database.
import { query } from '../../tools/migrations/connection.mjs';
import { deploy } from '../../tools/migrations/deploy.mjs';
import { startTemporaryDatabase } from '../../tools/temporary-database.mjs';

export default async function setUp() {
  const database = await startTemporaryDatabase();
  process.env.TEST_TEMPLATE_URL = database.url;
  process.env.TEST_OWNED_TEMPLATE_URL = await makeOwnedTemplate(database.url);
  globalThis.stopTestDatabase = database.stop;
}

/** As a managed PostgreSQL gives it: its user owns the database, and may do nothing else. */
async function makeOwnedTemplate(url) {
  await query(url, `CREATE ROLE owner LOGIN PASSWORD 'owner'`);
  await query(url, 'CREATE DATABASE owned OWNER owner');
  const owned = Object.assign(new URL(url), { username: 'owner', password: 'owner', pathname: '/owned' }).href;
  await deploy(owned);
  return owned;
}
