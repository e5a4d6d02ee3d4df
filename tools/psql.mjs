// `npm run psql`: the system's psql on the database that the settings name, or that a running server uses.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runningDatabase } from './database.mjs';
import { Failure, runMain } from './failure.mjs';
import { readSettings } from './settings.mjs';

function main() {
  const { databaseUrl, dataDir } = readSettings();
  const url = databaseUrl ?? runningDatabase(join(dataDir, 'postgres'));
  if (!url) throw new Failure('No database runs. Start one with npm start or npm run dev, or set DATABASE_URL.');
  const { hostname, port, username, password, pathname } = new URL(url);
  // Not as an argument, where every user of the machine could read the password.
  const env = { ...process.env, PGHOST: hostname, PGPORT: port, PGUSER: username, PGDATABASE: pathname.slice(1) };
  const { status, error } = spawnSync('psql', databaseUrl ? [url, ...process.argv.slice(2)] : process.argv.slice(2), {
    stdio: 'inherit',
    env: databaseUrl ? process.env : { ...env, PGPASSWORD: password },
  });
  if (error) throw new Failure('psql was not found. Install it: apt-get install postgresql-client.');
  process.exitCode = status ?? 1;
}

await runMain(import.meta, main);
