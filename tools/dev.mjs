// `npm run dev`: the embedded database, and API and page that are built anew at each change. `--inspect` lets a
// debugger in.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { runMain } from './failure.mjs';
import { deploy } from './migrations/deploy.mjs';
import { openDatabase } from './open-database.mjs';
import { runCommand } from './server.mjs';
import { checkSettings, readSettings } from './settings.mjs';
import { step } from './step.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules/.bin', name);

async function dev(options = process.argv.slice(2)) {
  const settings = readSettings();
  await checkSettings(settings);
  await build();
  const database = await step('Starting the database', () => openDatabase(settings, { share: false }));
  await deploy(database.url, { role: settings.databaseRole });
  await step('Loading the demo newsroom', () => runCommand(['demo'], database.url, settings));
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    PORT: String(settings.port),
    HOST: settings.host,
    DATA_DIR: settings.dataDir,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
  };
  const run = (command, args) => spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const children = [
    run(bin('rolldown'), ['-c', 'apps/api/rolldown.config.mjs', '--watch']),
    run(bin('nx'), ['run', 'web:build:development', '--watch', '--output-style=stream']),
    run(process.execPath, [
      '--watch',
      '--watch-preserve-output',
      '--enable-source-maps',
      ...options,
      join(root, 'dist/apps/api/main.js'),
    ]),
  ];
  console.log(
    `\nBelegg is served on http://${settings.host}:${settings.port}, and built anew at each change. Its parts are at /gallery.\n`,
  );
  const stop = async () => {
    for (const child of children) child.kill('SIGTERM');
    await database.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}

await runMain(import.meta, dev);
