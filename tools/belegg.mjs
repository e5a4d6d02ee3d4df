// `npm run belegg -- <command>`: what whoever runs the server does to it. The commands open the database that the
// settings name, or share the one that a running server uses, or go to a server over the network. Exit codes: 0 done, 1
// not done, 2 used wrongly.
import { build } from './build.mjs';
import { Failure, runMain } from './failure.mjs';
import { deploy } from './migrations/deploy.mjs';
import { readMigrations } from './migrations/files.mjs';
import { openDatabase } from './open-database.mjs';
import { passCommand, runCommand } from './server.mjs';
import { checkDataDir, readSettings } from './settings.mjs';
import { reportTo } from './step.mjs';

const help = `npm run belegg -- <command>    (with --json: as data; with --help: about the command)

migrate
    Brings the database up to date.`;
const nowhere = 'postgresql://127.0.0.1/none';

async function main(args = process.argv.slice(2)) {
  reportTo(process.stderr);
  await build();
  const settings = readSettings();
  if (args.length === 0 || args.includes('--help')) {
    if (args.filter((arg) => arg !== '--help').length === 0) console.log(help);
    process.exitCode = await passCommand([...args, '--help'], nowhere, settings);
    return;
  }
  if (needsNoDatabase(args)) {
    process.exitCode = await passCommand(args, nowhere, settings);
    return;
  }
  checkDataDir(settings.dataDir);
  const database = await openDatabase(settings, { share: true });
  try {
    if (args[0] === 'restore') {
      const migrations = await migrationsOf(args[1], settings);
      await deploy(database.url, { role: settings.databaseRole, migrations });
      process.exitCode = await passCommand(args, database.url, settings);
      if (process.exitCode !== 0) return;
    }
    const applied = await deploy(database.url, { role: settings.databaseRole });
    if (args[0] === 'restore') return;
    process.exitCode =
      args[0] === 'migrate'
        ? report(applied, args.includes('--json'))
        : await passCommand(args, database.url, settings);
  } finally {
    await database.stop();
  }
}

/** What goes to a running server, or looks at a file alone. */
const needsNoDatabase = (args) =>
  args.includes('--server') ||
  (process.env.BELEGG_URL !== undefined && !args.includes('--as')) ||
  /^(verify (file|backup)|restore$)/.test(args.join(' '));

/** The migrations that a backup was made with: its rows fit no others, and are brought up to date with the rest. */
async function migrationsOf(file, settings) {
  const { code, output } = await runCommand(['verify', 'backup', file, '--json'], nowhere, settings);
  if (code !== 0) throw new Failure(output.trim());
  const { migration } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  const migrations = readMigrations();
  const newest = migrations.findIndex(({ name }) => name === migration);
  if (newest < 0)
    throw new Failure(`The backup is of a newer Belegg (it has the migration ${migration}). Update Belegg first.`);
  return migrations.slice(0, newest + 1);
}

function report(applied, asJson) {
  if (asJson) console.log(JSON.stringify({ applied }));
  else console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
  return 0;
}

await runMain(import.meta, main);
