import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { newHash } from './archive';

/** A table as it is copied: without generated columns, which the database works out again. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Its primary key as ORDER BY takes it, in the order of code points whatever the database's language. */
  readonly order: string | null;
  /** Whether row-level security binds its owner too (decision 30); nothing can be copied into it while it does. */
  readonly forced: boolean;
}

/** A name as an SQL identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const namespace = `(SELECT oid FROM pg_namespace WHERE nspname = current_schema())`;

/** All tables of the schema but the history of migrations, which a database has of its own. */
export async function readTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS "name", c.relforcerowsecurity AS "forced",
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS "columns",
      (SELECT string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END, ', ' ORDER BY k.place)
        FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
        WHERE i.indrelid = c.oid AND i.indisprimary) AS "order"
    FROM pg_class c WHERE c.relnamespace = ${namespace} AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> '_prisma_migrations' ORDER BY c.relname COLLATE "C"`);
  return rows;
}

export const columnList = ({ columns }: Pick<Table, 'columns'>): string => columns.map(quoted).join(', ');

/**
 * Gives out the rows of a table as COPY writes them, in pieces.
 * @returns how many rows there were, and the SHA-256 of all pieces together
 */
export async function copyOut(
  client: pg.Client,
  table: Table,
  take: (piece: Buffer) => Promise<void>,
): Promise<{ rows: number; sha256: string }> {
  const order = table.order === null ? '' : ` ORDER BY ${table.order}`;
  const select = `SELECT ${columnList(table)} FROM ${quoted(table.name)}${order}`;
  const stream = client.query(copyTo(`COPY (${select}) TO STDOUT`));
  const hash = newHash();
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece);
    await take(piece);
  }
  return { rows: stream.rowCount, sha256: hash.digest('hex') };
}

/** The last number of each sequence that gave one out. */
export async function readSequences(client: pg.Client): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename::text AS "name", last_value::text AS "value" FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1`,
  );
  return rows;
}

export async function newestMigrationIn(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT "migration_name" AS "name" FROM "_prisma_migrations"
    WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL ORDER BY "migration_name" COLLATE "C" DESC LIMIT 1`,
  );
  return rows[0]?.name ?? '';
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

export async function readForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT c.relname AS "table", k.conname AS "name", pg_get_constraintdef(k.oid) AS "definition"
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = ${namespace}`,
  );
  return rows;
}
