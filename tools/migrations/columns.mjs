import { quoted } from './connection.mjs';

/** Tables and sequences of the schema with their columns. @param {import('pg').Client} client @param {string} schema */
export async function columnsOf(client, schema) {
  /** @type {{ rows: { name: string, columns: string[] }[] }} */
  const { rows } = await client.query(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'S') GROUP BY c.relname`,
    [quoted(schema)],
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}
