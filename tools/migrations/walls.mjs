// The walls between newsrooms where no role can be had: the owner itself is bound by row-level security, and triggers
// refuse what the role would have no right to. They stand while a transaction names its newsroom, as the role's do.
import { columnsOf } from './columns.mjs';
import { quoted } from './connection.mjs';

/** The condition under which a transaction goes over all newsrooms. */
const acrossAll = `coalesce(current_setting('belegg.newsroom', true), '') = ''`;
/** How a policy of the migrations asks for the newsroom, as PostgreSQL prints it: an error when none is named. */
const strict = `current_setting('belegg.newsroom'::text)`;
/** The same, and nobody's when none is named, so that the policy below can be asked as well. */
const lenient = `NULLIF(current_setting('belegg.newsroom'::text, true), ''::text)`;
const prefix = 'belegg_wall_';

/**
 * @param {import('pg').Client} client
 * @param {string} schema
 * @param {import('./rights.mjs').Rights} rights
 */
export async function buildWalls(client, schema, rights) {
  await client.query(`CREATE OR REPLACE FUNCTION belegg_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'permission denied for % on table %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$`);
  await rewritePolicies(client, schema, strict, lenient);
  const standing = await triggersOf(client, schema);
  const columns = await columnsOf(client, schema);
  for (const { name, forced, across } of await tablesOf(client, schema)) {
    if (!forced) await client.query(`ALTER TABLE ${quoted(name)} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
    if (!across) await client.query(`CREATE POLICY across ON ${quoted(name)} USING (${acrossAll})`);
    const wanted = wallsOf(rights.get(name) ?? new Map(), columns.get(name) ?? []);
    for (const [trigger, definition] of standing.get(name) ?? [])
      if (!wanted.has(trigger) || wanted.get(trigger) !== definition)
        await client.query(`DROP TRIGGER ${quoted(trigger)} ON ${quoted(name)}`);
    for (const [trigger, event] of wanted)
      if (standing.get(name)?.get(trigger) !== event)
        await client.query(
          `CREATE TRIGGER ${quoted(trigger)} BEFORE ${event} ON ${quoted(name)} FOR EACH STATEMENT WHEN (NOT (${acrossAll})) EXECUTE FUNCTION belegg_refuse();
          COMMENT ON TRIGGER ${quoted(trigger)} ON ${quoted(name)} IS ${client.escapeLiteral(event)}`,
        );
  }
}

/** What the migrations made, and nothing more. @param {import('pg').Client} client @param {string} schema */
export async function removeWalls(client, schema) {
  for (const [table, triggers] of await triggersOf(client, schema))
    for (const trigger of triggers.keys()) await client.query(`DROP TRIGGER ${quoted(trigger)} ON ${quoted(table)}`);
  for (const { name, forced, across, policies } of await tablesOf(client, schema)) {
    if (across) await client.query(`DROP POLICY across ON ${quoted(name)}`);
    if (forced) await client.query(`ALTER TABLE ${quoted(name)} NO FORCE ROW LEVEL SECURITY`);
    if (across && policies === 1) await client.query(`ALTER TABLE ${quoted(name)} DISABLE ROW LEVEL SECURITY`);
  }
  await rewritePolicies(client, schema, lenient, strict);
}

/**
 * The triggers of a table by their names, with the events that they refuse.
 * @param {Map<string, 'all' | Set<string>>} held
 * @param {string[]} columns
 * @returns {Map<string, string>}
 */
function wallsOf(held, columns) {
  /** @type {Map<string, string>} */
  const walls = new Map([[`${prefix}truncate`, 'TRUNCATE']]);
  for (const event of ['INSERT', 'DELETE']) if (!held.has(event)) walls.set(`${prefix}${event.toLowerCase()}`, event);
  const updated = held.get('UPDATE');
  const fixed = updated === 'all' ? [] : columns.filter((column) => !updated?.has(column));
  if (fixed.length > 0) walls.set(`${prefix}update`, updated ? `UPDATE OF ${fixed.map(quoted).join(', ')}` : 'UPDATE');
  return walls;
}

/** @param {import('pg').Client} client @param {string} schema */
async function tablesOf(client, schema) {
  /** @type {{ rows: { name: string, forced: boolean, across: boolean, policies: number }[] }} */
  const { rows } = await client.query(
    `SELECT c.relname AS name, c.relforcerowsecurity AS forced,
      EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'across') AS across,
      (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
    FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`,
    [quoted(schema)],
  );
  return rows;
}

/** @param {import('pg').Client} client @param {string} schema */
async function triggersOf(client, schema) {
  /** @type {{ rows: { table: string, name: string, event: string }[] }} */
  const { rows } = await client.query(
    `SELECT c.relname AS table, t.tgname AS name, coalesce(obj_description(t.oid, 'pg_trigger'), '') AS event
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = $1::regnamespace AND starts_with(t.tgname, $2)`,
    [quoted(schema), prefix],
  );
  /** @type {Map<string, Map<string, string>>} */
  const found = new Map();
  for (const { table, name, event } of rows) found.set(table, (found.get(table) ?? new Map()).set(name, event));
  return found;
}

/**
 * @param {import('pg').Client} client
 * @param {string} schema
 * @param {string} from
 * @param {string} to
 */
async function rewritePolicies(client, schema, from, to) {
  /** @type {{ rows: { table: string, name: string, reads: string | null, writes: string | null }[] }} */
  const { rows } = await client.query(
    `SELECT tablename AS table, policyname AS name, qual AS reads, with_check AS writes FROM pg_policies
    WHERE schemaname = $1 AND policyname <> 'across' AND position($2 IN coalesce(qual, '') || coalesce(with_check, '')) > 0`,
    [schema, from],
  );
  for (const { table, name, reads, writes } of rows)
    await client.query(
      [
        `ALTER POLICY ${quoted(name)} ON ${quoted(table)}`,
        reads === null ? '' : `USING (${reads.replaceAll(from, to)})`,
        writes === null ? '' : `WITH CHECK (${writes.replaceAll(from, to)})`,
      ].join(' '),
    );
}
