// One PostgreSQL for the whole run, with a migrated template from which each spec file copies its own database.
import { startTemporaryDatabase } from '../../tools/temporary-database.mjs';

export default async function setUp() {
  const database = await startTemporaryDatabase();
  process.env.TEST_TEMPLATE_URL = database.url;
  globalThis.stopTestDatabase = database.stop;
}
