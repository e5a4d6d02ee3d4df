import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app';
import { exportReport, importFiles, list } from './command-line/articles';
import { CommandError, UsageError, type Command, type Surroundings } from './command-line/command';
import { backup, restore, verifyBackup } from './command-line/backup';
import { headsRebuild, verifyHeads } from './command-line/heads';
import { demo } from './command-line/demo';
import { userAdd, userPassword } from './command-line/user';
import { verify, verifyFile } from './command-line/verify';
import { ConfigError, readConfig } from './platform/config';

/** By what stands after `npm run belegg --`. */
const commands: Readonly<Record<string, Command>> = {
  list,
  import: importFiles,
  export: exportReport,
  'heads rebuild': headsRebuild,
  'verify heads': verifyHeads,
  'verify file': verifyFile,
  'verify backup': verifyBackup,
  verify,
  backup,
  restore,
  'user add': userAdd,
  'user password': userPassword,
  demo,
};

async function main(given: readonly string[]): Promise<void> {
  const args = given.filter((arg) => arg !== '--json' && arg !== '--help');
  const name = Object.keys(commands).find((words) => `${args.join(' ')} `.startsWith(`${words} `));
  const command = name === undefined ? undefined : commands[name];
  if (given.includes('--help'))
    return console.log(
      command?.usage ??
        Object.values(commands)
          .map(({ usage }) => usage)
          .join('\n'),
    );
  if (name === undefined || command === undefined) throw new UsageError(`There is no command "${args.join(' ')}"`);
  let opened: Promise<NestFastifyApplication> | undefined;
  const surroundings: Surroundings = {
    app: () => (opened ??= open()),
    progress: (line) => {
      if (process.stderr.isTTY) console.error(line);
    },
  };
  try {
    const { text, data } = await command.run(args.slice(name.split(' ').length), surroundings);
    console.log(given.includes('--json') ? JSON.stringify(data) : text);
  } finally {
    await (await opened)?.close();
  }
}

async function open(): Promise<NestFastifyApplication> {
  const app = await createApp(readConfig({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

const isUsage = (error: unknown): boolean =>
  error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (isUsage(error)) console.error(`${(error as Error).message}. See npm run belegg -- --help.`);
  else console.error(error instanceof CommandError || error instanceof ConfigError ? error.message : error);
  process.exitCode = isUsage(error) ? 2 : 1;
}
