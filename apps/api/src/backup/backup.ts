import { access, rename, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import pg from 'pg';
import { clientOptions } from '../platform/database/connections';
import { version } from '../platform/version';
import { ArchiveError, ArchiveWriter, checkArchive, hashOf, type Manifest } from './archive';
import type { EvidenceStore } from '../evidence';
import { copyOut, newestMigrationIn, readSequences, readTables, type Table } from './tables';

const compress = promisify(zstdCompress);
/** Bytes of rows that are compressed together; the name of each such part ends in its number. */
const partSize = 4 * 1024 * 1024;

export interface Place {
  readonly databaseUrl: string;
  readonly store: EvidenceStore;
}

/**
 * Writes everything that a Belegg keeps into one file, while it serves: all rows as they are at one moment, and the
 * bytes of the evidence that they name. The file has its name only once it was read again and every part had its hash.
 * @throws ArchiveError when the file is there already, or is not what was written
 */
export async function writeBackup(
  { databaseUrl, store }: Place,
  file: string,
  { signal, at = new Date() }: { signal?: AbortSignal; at?: Date } = {},
): Promise<Manifest> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new ArchiveError(`${file} is there already. Name another file, or move that one away.`);
  const partial = `${file}.partial-${process.pid}`;
  const client = new pg.Client(clientOptions(databaseUrl));
  client.on('error', () => undefined); // what goes wrong shows in the queries
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const archive = ArchiveWriter.begin(partial, signal);
    const tables: Manifest['tables'] = [];
    for (const table of await readTables(client)) tables.push(await addTable(client, archive, table));
    const { kept, lost } = await addEvidence(client, archive, store, signal);
    await archive.finish({
      version,
      at: at.toISOString(),
      migration: await newestMigrationIn(client),
      tables,
      sequences: await readSequences(client),
      evidence: kept,
      lost,
    });
    const checked = await checkArchive(partial);
    await rename(partial, file);
    return checked;
  } finally {
    await client.end().catch(() => undefined);
    await rm(partial, { force: true });
  }
}

async function addTable(client: pg.Client, archive: ArchiveWriter, table: Table): Promise<Manifest['tables'][number]> {
  let pieces: Buffer[] = [];
  let size = 0;
  let number = 0;
  const flush = async (): Promise<void> => {
    number++;
    const name = `tables/${table.name}/${String(number).padStart(6, '0')}.copy.zst`;
    await archive.add(name, await compress(Buffer.concat(pieces)));
    pieces = [];
    size = 0;
  };
  const { rows, sha256 } = await copyOut(client, table, async (piece) => {
    pieces.push(piece);
    size += piece.length;
    if (size >= partSize) await flush();
  });
  if (size > 0) await flush();
  return { name: table.name, columns: [...table.columns], rows, sha256 };
}

/** Evidence never changes, so what the rows of the moment name is still what it was. */
async function addEvidence(
  client: pg.Client,
  archive: ArchiveWriter,
  store: EvidenceStore,
  signal: AbortSignal | undefined,
): Promise<{ kept: number; lost: Manifest['lost'] }> {
  const { rows } = await client.query<Manifest['lost'][number]>(
    `SELECT "newsroomId", "sha256" FROM "Evidence" ORDER BY "newsroomId", "sha256"`,
  );
  const lost: Manifest['lost'] = [];
  for (const { newsroomId, sha256 } of rows) {
    signal?.throwIfAborted();
    const bytes = await store
      .open(newsroomId, sha256)
      .then(buffer)
      .catch(() => undefined);
    if (bytes && hashOf(bytes) === sha256) await archive.add(`evidence/${newsroomId}/${sha256}`, bytes);
    else lost.push({ newsroomId, sha256 });
  }
  return { kept: rows.length - lost.length, lost };
}
