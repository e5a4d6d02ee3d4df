// The queue of jobs: the schema of pg-boss beside ours, made and brought up to date here, so that no server does so at
// run time.
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { getConstructionPlans, PgBoss } from 'pg-boss';
import { Failure } from '../failure.mjs';
import { inTransaction, quoted } from './connection.mjs';

/** The condition under which a transaction goes over all newsrooms. */
const acrossAll = `coalesce(current_setting('belegg.newsroom', true), '') = ''`;

/**
 * The schema of the jobs of a Belegg. pg-boss takes plain names of up to 50 bytes; any other is told by its hash.
 * @param {string} schema where the tables of that Belegg are
 */
export function jobsSchemaOf(schema) {
  if (schema === 'public') return 'belegg_jobs';
  if (/^[a-z_][a-z0-9_]{0,39}$/.test(schema)) return `${schema}_jobs`;
  return `jobs_${createHash('sha256').update(schema).digest('hex').slice(0, 32)}`;
}

/**
 * Makes the queue where there is none, and sees to who may do what in it: a transaction of a newsroom adds and sees
 * jobs of that newsroom alone. Runs in a transaction of its caller, and changes nothing when all is as it should be.
 * @param {import('pg').Client} client
 * @param {string} schema where the tables of Belegg are
 * @param {string} [role] of the transactions of newsrooms, if there is one
 */
export async function ensureJobs(client, schema, role) {
  const name = jobsSchemaOf(schema);
  await ensureSchema(client, name);
  const { rows } = await client.query('SELECT to_regclass($1) IS NULL AS missing', [`${name}.version`]);
  if (rows[0].missing)
    await client.query(
      // The transaction is the caller's.
      getConstructionPlans(name, { createSchema: false })
        .replace(/^\s*BEGIN;/, '')
        .replace(/COMMIT;\s*$/, ''),
    );
  const table = `${name}.job_common`;
  await client.query(
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS across ON ${table};
    CREATE POLICY across ON ${table} USING (${acrossAll});
    DROP POLICY IF EXISTS newsroom ON ${table};
    CREATE POLICY newsroom ON ${table} USING (group_id = current_setting('belegg.newsroom', true))`,
  );
  if (role !== undefined)
    await client.query(
      `GRANT USAGE ON SCHEMA ${name} TO ${quoted(role)};
      GRANT SELECT, INSERT ON ${table} TO ${quoted(role)};
      GRANT SELECT ON ${name}.queue TO ${quoted(role)}`,
    );
  // Leaves word in the database itself, for the servers.
  await client.query(
    `CREATE OR REPLACE FUNCTION belegg_jobs() RETURNS text LANGUAGE sql STABLE AS $$SELECT ${client.escapeLiteral(name)}::text$$`,
  );
}

/** @param {import('pg').Client} client @param {string} name */
async function ensureSchema(client, name) {
  const { rows } = await client.query(
    `SELECT to_regnamespace($1) IS NOT NULL AS exists, has_database_privilege(current_database(), 'CREATE') AS may,
      current_user AS "user"`,
    [name],
  );
  if (rows[0].exists) return;
  if (!rows[0].may)
    throw new Failure(
      `There is no schema ${quoted(name)} for jobs, and ${quoted(rows[0].user)} may not make it. Run as the owner of the database: CREATE SCHEMA ${name} AUTHORIZATION ${quoted(rows[0].user)}.`,
    );
  await client.query(`CREATE SCHEMA ${name}`);
}

/**
 * Brings a queue of an older pg-boss up to date, each of its steps in a transaction of its own.
 * @param {import('pg').Client} client
 * @param {string} schema where the tables of Belegg are
 */
export async function upgradeJobs(client, schema) {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: jobsSchemaOf(schema),
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    bamIntervalSeconds: 10,
  });
  boss.on('error', () => {}); // what goes wrong shows in the queries
  const wanted = /VALUES \('(\d+)'\);\s*COMMIT/.exec(getConstructionPlans(jobsSchemaOf(schema)))?.[1];
  const found = await inTransaction(client, schema, () => boss.schemaVersion());
  if (found === null || found >= Number(wanted)) return;
  await boss.start();
  // Some indexes are built after the rest, by statements that no transaction takes.
  const isBuilding = async () =>
    (await boss.getBamStatus()).some(({ status }) => status === 'pending' || status === 'in_progress');
  while (await isBuilding()) await delay(100);
  await boss.stop({ graceful: false });
}
