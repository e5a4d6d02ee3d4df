import { parseArgs } from 'node:util';
import { ArchiveError, checkArchive, restoreBackup, writeBackup, type Manifest } from '../backup';
import { EVIDENCE_STORE, type EvidenceStore } from '../evidence';
import { CONFIG, type Config } from '../platform/config';
import { CommandError, UsageError, type Command, type Done, type Surroundings } from './command';

/** The one file that a command names. @throws UsageError */
function fileOf(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('Name one file');
  return file;
}

async function placeOf({ app }: Surroundings): Promise<{ databaseUrl: string; store: EvidenceStore }> {
  const opened = await app();
  const { databaseUrl } = opened.get<Config>(CONFIG, { strict: false });
  return { databaseUrl, store: opened.get<EvidenceStore>(EVIDENCE_STORE, { strict: false }) };
}

const countRows = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);

function done(file: string, what: string, manifest: Manifest): Done {
  const { at, version, migration, tables, evidence, lost } = manifest;
  const rows = countRows(manifest);
  const warning =
    lost.length > 0 ? `\n${lost.length} pieces of evidence were lost before: their bytes are not in it.` : '';
  return {
    text: `${file} ${what}: ${rows} rows in ${tables.length} tables and ${evidence} pieces of evidence, of ${at}.${warning}`,
    data: { file, at, version, migration, rows, tables: tables.length, evidence, lost },
  };
}

/** A broken archive, a file that is not there or may not be written: one line. Everything else is a fault. */
async function telling<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (error instanceof ArchiveError) throw new CommandError(message);
    if (path !== undefined && code !== undefined) throw new CommandError(`${path} cannot be used (${code})`);
    throw error;
  }
}

export const backup: Command = {
  usage: `backup <file>
    Writes all rows and all evidence into one file, while the server serves, and checks it.`,
  run: (args, surroundings) =>
    telling(async () => {
      const file = fileOf(args);
      return done(file, 'is written', await writeBackup(await placeOf(surroundings), file));
    }),
};

export const restore: Command = {
  usage: `restore <file>
    Brings a backup into an empty database and an empty DATA_DIR, and compares every row with the hashes of the backup.`,
  run: (args, surroundings) =>
    telling(async () => {
      const file = fileOf(args);
      await checkArchive(file); // before a database is opened for it
      return done(file, 'is restored', await restoreBackup(await placeOf(surroundings), file));
    }),
};

export const verifyBackup: Command = {
  usage: `verify backup <file>
    Checks a backup: every part against its hash. Needs no server.`,
  run: (args) =>
    telling(async () => {
      const file = fileOf(args);
      return done(file, 'is whole', await checkArchive(file));
    }),
};
