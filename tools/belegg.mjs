// `npm run belegg -- <command>`: what whoever runs the server does to it. The commands open the database that the settings
// name, or share the one that a running server uses, or go to a server over the network. Exit codes: 0 done, 1 not done, 2 used wrongly.
import { build } from './build.mjs';
import { runMain } from './failure.mjs';
import { deploy } from './migrations/deploy.mjs';
import { openDatabase } from './open-database.mjs';
import { passCommand } from './server.mjs';
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
    const applied = await deploy(database.url, { role: settings.databaseRole });
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
  args.join(' ').startsWith('verify file');

function report(applied, asJson) {
  if (asJson) console.log(JSON.stringify({ applied }));
  else console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
  return 0;
}

await runMain(import.meta, main);
