// Applies Prisma's migrations: its files, rows and checksums, without its engine. Each migration is one transaction.
import { randomUUID } from 'node:crypto';
import { Failure, foreseen } from '../failure.mjs';
import { inTransaction, quoted, schemaOf, withClient } from './connection.mjs';
import { readMigrations, withoutRole } from './files.mjs';
import { ensureJobs, upgradeJobs } from './jobs.mjs';
import { checkDatabase } from './preflight.mjs';
import { ensureRights } from './rights.mjs';

/** The number that Prisma's own `migrate deploy` locks, so that the two never work at the same time. */
const lockNumber = 72_707_369;

const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations that a database lacks, and sees to the rights of its role. Of several processes that come at
 * once, one works and the others wait. The lock belongs to each transaction, so that a pooler may stand between.
 * @param {string} url
 * @param {{ role?: string | undefined, migrations?: import('./files.mjs').Migration[] }} [options] role: the setting
 * DATABASE_ROLE
 * @returns {Promise<string[]>} the names of those that were applied
 */
export async function deploy(url, { role, migrations = readMigrations() } = {}) {
  const schema = schemaOf(url);
  return withClient(url, async (client) => {
    await checkDatabase(client, schema);
    /** @type {string[]} */
    const applied = [];
    try {
      const locked = (/** @type {() => Promise<string | undefined>} */ work) =>
        inTransaction(client, schema, async () => {
          await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
          return work();
        });
      for (;;) {
        const name = await locked(() => applyNext(client, schema, migrations));
        if (name === undefined) break;
        applied.push(name);
      }
      await locked(async () => {
        const found = await ensureRights(client, schema, role);
        await ensureJobs(client, schema, found);
        return undefined;
      });
      await upgradeJobs(client, schema);
    } catch (error) {
      throw foreseen(error) ?? error;
    }
    return applied;
  });
}

/** The names of the migrations that a database lacks. @param {string} url @returns {Promise<string[]>} */
export async function status(url, migrations = readMigrations()) {
  return withClient(url, (client) =>
    inTransaction(client, schemaOf(url), async () => {
      const applied = new Set((await readHistory(client)).map(({ name }) => name));
      return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
    }),
  );
}

/**
 * @param {import('pg').Client} client
 * @param {string} schema
 * @param {import('./files.mjs').Migration[]} migrations
 * @returns {Promise<string | undefined>} the name of the migration that was applied
 */
async function applyNext(client, schema, migrations) {
  const { rows } = await client.query('SELECT to_regnamespace($1) IS NULL AS missing', [quoted(schema)]);
  if (rows[0].missing) await client.query(`CREATE SCHEMA ${quoted(schema)}`);
  const history = await readHistory(client);
  if (history.length === 0) await checkEmpty(client);
  checkNewest(history, migrations);
  const finished = new Set(history.filter((row) => row.finished).map(({ name }) => name));
  const next = migrations.find(({ name }) => !finished.has(name));
  if (!next) return undefined;
  await client.query(historyTable);
  // Begun by an engine that works outside of a transaction: what it left was undone by PostgreSQL, or shows below.
  await client.query(
    `UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = $1 AND "finished_at" IS NULL AND "rolled_back_at" IS NULL`,
    [next.name],
  );
  await run(client, next);
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), next.checksum, next.name],
  );
  return next.name;
}

/** @param {import('pg').Client} client @param {import('./files.mjs').Migration} migration */
async function run(client, { name, sql }) {
  try {
    await client.query(withoutRole(sql));
  } catch (error) {
    const { message, code, position, detail } = /** @type {import('pg').DatabaseError} */ (error);
    if (foreseen(error) || code === undefined) throw error;
    const line = position === undefined ? '' : `, line ${sql.slice(0, Number(position)).split('\n').length}`;
    throw new Failure(
      `The migration ${name} could not be applied, and nothing of it was kept. PostgreSQL says: ${message}${detail ? ` (${detail})` : ''} [${code}${line}]`,
    );
  }
}

/** @param {import('pg').Client} client @returns {Promise<{ name: string, finished: boolean }[]>} */
async function readHistory(client) {
  const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`);
  if (!rows[0].exists) return [];
  return (
    await client.query(
      `SELECT "migration_name" AS name, "finished_at" IS NOT NULL AS finished FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    )
  ).rows;
}

/** @param {{ name: string }[]} history @param {import('./files.mjs').Migration[]} migrations */
function checkNewest(history, migrations) {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = history.find(({ name }) => !known.has(name));
  if (newer)
    throw new Failure(
      `The database is of a newer Belegg (it has the migration ${newer.name}). Update Belegg, or use another database.`,
    );
}

/** @param {import('pg').Client} client */
async function checkEmpty(client) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`,
  );
  if (rows[0].count > 0)
    throw new Failure('The database holds tables of another program. Name an empty one in DATABASE_URL.');
}
