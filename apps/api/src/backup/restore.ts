import { once } from 'node:events';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { clientOptions } from '../platform/database/connections';
import { ArchiveError, checkArchive, readEntries, type Manifest } from './archive';
import type { Place } from './backup';
import { columnList, copyOut, newestMigrationIn, quoted, readForeignKeys, readTables, type Table } from './tables';

const decompress = promisify(zstdDecompress);

/**
 * Brings a backup into an empty database with the migrations of the backup, and the evidence into its store. The file
 * is checked before anything is touched; the rows come all or not at all, and are compared with the hashes of the
 * backup before they are kept.
 * @throws ArchiveError when the file is broken, or the database is not empty or of another version
 */
export async function restoreBackup({ databaseUrl, store }: Place, file: string): Promise<Manifest> {
  const manifest = await checkArchive(file);
  const client = new pg.Client(clientOptions(databaseUrl));
  client.on('error', () => undefined); // what goes wrong shows in the queries
  await client.connect();
  try {
    await client.query('BEGIN');
    const tables = inOrderOf(manifest, await readTables(client));
    await assertFits(client, tables, manifest);
    await withoutRules(client, tables, () => load(client, { store }, file, tables));
    for (const { name, value } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), value]);
    await assertSame(client, tables, manifest);
    await client.query('COMMIT');
    return manifest;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The tables with their columns in the order in which the backup has them. */
const inOrderOf = (manifest: Manifest, tables: readonly Table[]): Table[] =>
  tables.map((table) => {
    const columns = manifest.tables.find(({ name }) => name === table.name)?.columns ?? [];
    return columns.toSorted().join() === table.columns.toSorted().join() ? { ...table, columns } : table;
  });

async function assertFits(client: pg.Client, tables: readonly Table[], manifest: Manifest): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`);
    if (rowCount !== 0)
      throw new ArchiveError('The database is not empty. Restore into an empty one, or into another DATA_DIR.');
  }
  const migration = await newestMigrationIn(client);
  const shape = (given: readonly Pick<Table, 'name' | 'columns'>[]): string =>
    JSON.stringify(given.map(({ name, columns }) => [name, columns]));
  if (migration !== manifest.migration || shape(tables) !== shape(manifest.tables))
    throw new ArchiveError(
      `The database is not of the version of the backup (${manifest.migration}). Restore into a new, empty database.`,
    );
}

/**
 * Loads rows past what holds for new ones: they come in any order, and what triggers would add is among them. The
 * foreign keys are made anew afterwards, and thereby checked. All of it belongs to one transaction, so nobody sees it.
 */
async function withoutRules(client: pg.Client, tables: readonly Table[], work: () => Promise<void>): Promise<void> {
  const keys = await readForeignKeys(client);
  const change = async (table: string, what: string): Promise<void> => {
    await client.query(`ALTER TABLE ${quoted(table)} ${what}`);
  };
  for (const { table, name } of keys) await change(table, `DROP CONSTRAINT ${quoted(name)}`);
  for (const { name, forced } of tables)
    await change(name, `DISABLE TRIGGER USER${forced ? ', NO FORCE ROW LEVEL SECURITY' : ''}`);
  await work();
  for (const { name, forced } of tables)
    await change(name, `ENABLE TRIGGER USER${forced ? ', FORCE ROW LEVEL SECURITY' : ''}`);
  for (const { table, name, definition } of keys) await change(table, `ADD CONSTRAINT ${quoted(name)} ${definition}`);
}

async function load(
  client: pg.Client,
  { store }: Pick<Place, 'store'>,
  file: string,
  tables: readonly Table[],
): Promise<void> {
  let current: { table: string; stream: CopyStreamQuery } | undefined;
  const end = async (): Promise<void> => {
    if (!current) return;
    const { stream } = current;
    current = undefined;
    stream.end();
    await once(stream, 'finish');
  };
  for await (const { name, bytes } of readEntries(file)) {
    const [kind, owner = '', part = ''] = name.split('/');
    if (kind === 'tables') {
      const table = tables.find((each) => each.name === owner);
      if (!table) throw new ArchiveError(`${file} holds a table that there is not: ${owner}`);
      if (current?.table !== owner) {
        await end();
        const sql = `COPY ${quoted(owner)} (${columnList(table)}) FROM STDIN`;
        current = { table: owner, stream: client.query(copyFrom(sql)) };
      }
      if (!current.stream.write(await decompress(bytes))) await once(current.stream, 'drain');
      continue;
    }
    await end();
    if (kind !== 'evidence') continue;
    await store.put(owner, Readable.from([bytes]), ({ sha256 }) => {
      if (sha256 !== part) throw new ArchiveError(`${file}: the evidence ${part} is not what its name says`);
    });
  }
  await end();
}

async function assertSame(client: pg.Client, tables: readonly Table[], manifest: Manifest): Promise<void> {
  for (const table of tables) {
    const { rows, sha256 } = await copyOut(client, table, () => Promise.resolve());
    const was = manifest.tables.find(({ name }) => name === table.name);
    if (was?.rows !== rows || was.sha256 !== sha256)
      throw new ArchiveError(`${table.name} did not come back as it was backed up. Nothing was kept.`);
  }
}
