// One PostgreSQL for the whole run, with a migrated template from which each spec file copies its own database.
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

export default async function setUp() {
  process.chdir(root);
  const { startDb } = await import('../../tools/db.mjs');
  const { deploy } = await import('../../tools/migrate.mjs');
  const dir = join('/var/tmp', `belegg-jest-${process.pid}`);
  const database = await startDb({ dir: join(dir, 'pg'), port: await freePort(), db: 'belegg_template' });
  await deploy(database.url);
  process.env.TEST_TEMPLATE_URL = database.url;
  globalThis.stopTestDatabase = async () => {
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
