// Who may do what in the database. The migrations say it (`GRANT … TO belegg_app`); here it is made so, at each start.
import { Failure } from '../failure.mjs';
import { quoted } from './connection.mjs';
import { grantsIn, readMigrations, roleInMigrations } from './files.mjs';
import { columnsOf } from './columns.mjs';
import { buildWalls, removeWalls } from './walls.mjs';

/**
 * What the role may do with each table or sequence: all columns, or those that are named.
 * @typedef {Map<string, Map<string, 'all' | Set<string>>>} Rights
 */

/** The rights that remain when all statements of the migrations are taken in their order. @returns {Rights} */
export function readRights(migrations = readMigrations()) {
  /** @type {Rights} */
  const rights = new Map();
  for (const statement of migrations.flatMap(({ sql }) => grantsIn(sql))) {
    const [, verb, privileges = '', objects = ''] =
      /^(GRANT|REVOKE)\s+([\s\S]*?)\s+ON\s+(?:TABLE\s+|SEQUENCE\s+)?([\s\S]*?)\s+(?:TO|FROM)\s+\w+\s*;$/.exec(
        statement,
      ) ?? [];
    if (!verb) throw new Error(`This statement of a migration is not understood: ${statement}`);
    for (const table of namesIn(objects)) {
      const held = rights.get(table) ?? new Map();
      rights.set(table, held);
      for (const [, privilege = '', columns] of privileges.matchAll(/([A-Z]+)\s*(?:\(([^)]*)\))?/g))
        change(held, verb, privilege, columns === undefined ? 'all' : new Set(namesIn(columns)));
    }
  }
  return rights;
}

/** @param {string} text @returns {string[]} the names that stand in quotation marks */
const namesIn = (text) => [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);

/**
 * @param {Map<string, 'all' | Set<string>>} held
 * @param {string} verb
 * @param {string} privilege
 * @param {'all' | Set<string>} columns
 */
function change(held, verb, privilege, columns) {
  const before = held.get(privilege);
  if (verb === 'REVOKE') {
    if (columns === 'all') held.delete(privilege);
    else if (before instanceof Set) held.set(privilege, before.difference(columns));
  } else if (columns === 'all' || before === 'all') held.set(privilege, 'all');
  else held.set(privilege, before ? before.union(columns) : columns);
}

/**
 * Gives the role its rights, or, where no role can be had, holds the same walls by other means (see walls.mjs). It can
 * be run at any time, and changes nothing when all is as it should be. Runs in a transaction of its caller.
 * @param {import('pg').Client} client
 * @param {string} schema
 * @param {string} [wanted] the setting DATABASE_ROLE: a role that must be used, or "none"
 * @returns {Promise<string | undefined>} the role, if there is one
 */
export async function ensureRights(client, schema, wanted) {
  const role = wanted === 'none' ? undefined : await findRole(client, wanted ?? roleInMigrations);
  if (role === undefined && wanted !== undefined && wanted !== 'none')
    throw new Failure(
      `This user may not act as the role "${wanted}" of DATABASE_ROLE. As its administrator run: CREATE ROLE ${quoted(wanted)} NOLOGIN; GRANT ${quoted(wanted)} TO ${quoted(await currentUser(client))}. Or leave DATABASE_ROLE out.`,
    );
  const rights = readRights();
  if (role === undefined) await buildWalls(client, schema, rights);
  else {
    await removeWalls(client, schema);
    await grant(client, schema, role, rights);
  }
  await nameRole(client, role ?? 'none');
  return role;
}

/** @param {import('pg').Client} client @returns {Promise<string>} */
const currentUser = async (client) => (await client.query('SELECT current_user AS name')).rows[0].name;

/**
 * A role that this user may act as, and that is itself bound by row-level security. It is made where that is allowed.
 * @param {import('pg').Client} client
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
async function findRole(client, name) {
  if (await isUsable(client, name)) return name;
  await attempt(client, `CREATE ROLE ${quoted(name)} NOLOGIN`);
  await attempt(client, `GRANT ${quoted(name)} TO ${quoted(await currentUser(client))}`);
  return (await isUsable(client, name)) ? name : undefined;
}

/** @param {import('pg').Client} client @param {string} name */
async function isUsable(client, name) {
  const { rows } = await client.query(
    `SELECT rolsuper OR rolbypassrls OR pg_has_role(oid, current_user, 'MEMBER') AS unbound,
      pg_has_role(current_user, oid, CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END) AS member
    FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  if (rows[0]?.member && rows[0].unbound)
    throw new Failure(`The role "${name}" is not bound by row-level security. Name another one in DATABASE_ROLE.`);
  return rows[0]?.member === true;
}

/**
 * Runs a statement that may be refused, without losing the transaction.
 * @param {import('pg').Client} client
 * @param {string} sql
 */
async function attempt(client, sql) {
  await client.query('SAVEPOINT attempt');
  try {
    await client.query(sql);
  } catch {
    await client.query('ROLLBACK TO SAVEPOINT attempt');
  }
  await client.query('RELEASE SAVEPOINT attempt');
}

/**
 * @param {import('pg').Client} client
 * @param {string} schema
 * @param {string} role
 * @param {Rights} rights
 */
async function grant(client, schema, role, rights) {
  const to = quoted(role);
  const found = await columnsOf(client, schema);
  const statements = [
    `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${to}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${quoted(schema)} FROM ${to}`,
    `REVOKE ALL ON ALL SEQUENCES IN SCHEMA ${quoted(schema)} FROM ${to}`,
  ];
  for (const [name, held] of rights) {
    const columns = found.get(name);
    if (!columns) continue;
    for (const [privilege, those] of held) {
      const named = those === 'all' ? [] : [...those].filter((column) => columns.includes(column));
      if (those !== 'all' && named.length === 0) continue;
      const list = those === 'all' ? '' : ` (${named.map(quoted).join(', ')})`;
      const kind = privilege === 'USAGE' ? 'SEQUENCE' : 'TABLE';
      statements.push(`GRANT ${privilege}${list} ON ${kind} ${quoted(name)} TO ${to}`);
    }
  }
  await client.query(statements.join(';\n'));
}

/**
 * Leaves word in the database itself, for whoever opens a transaction for a newsroom.
 * @param {import('pg').Client} client
 * @param {string} role
 */
async function nameRole(client, role) {
  await client.query(
    `CREATE OR REPLACE FUNCTION belegg_role() RETURNS text LANGUAGE sql STABLE AS $$SELECT ${client.escapeLiteral(role)}::text$$`,
  );
}
