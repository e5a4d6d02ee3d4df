// What a database has to have before anything in it is touched. Each message is one line, and holds no address.
import { Failure } from '../failure.mjs';
import { quoted, schemaOf, withClient } from './connection.mjs';

const oldest = 150_000;

/** Proves that the database of an address takes a session, and that Belegg can work in it. @param {string} url */
export const preflight = (url) => withClient(url, (client) => checkDatabase(client, schemaOf(url)));

/** @param {import('pg').Client} client @param {string} schema */
export async function checkDatabase(client, schema) {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int AS version, pg_is_in_recovery() AS replica,
      current_setting('default_transaction_read_only') = 'on' AS "readOnly", current_database() AS database,
      (SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()) AS encoding,
      current_user AS "user", to_regnamespace($1) IS NOT NULL AS exists,
      CASE WHEN to_regnamespace($1) IS NULL THEN has_database_privilege(current_database(), 'CREATE')
        ELSE has_schema_privilege(to_regnamespace($1), 'CREATE') AND has_schema_privilege(to_regnamespace($1), 'USAGE') END AS creates,
      (SELECT string_agg(DISTINCT pg_get_userbyid(relowner), ', ') FROM pg_class
        WHERE relnamespace = to_regnamespace($1) AND relkind IN ('r', 'p') AND NOT pg_has_role(relowner, 'USAGE')) AS others`,
    [quoted(schema)],
  );
  const found = rows[0];
  const problem = problemOf(found, schema);
  if (problem) throw new Failure(problem);
}

/**
 * @param {{ version: number, replica: boolean, readOnly: boolean, database: string, encoding: string, user: string,
 * exists: boolean, creates: boolean, others: string | null }} found
 * @param {string} schema
 */
function problemOf(found, schema) {
  const [user, database] = [quoted(found.user), quoted(found.database)];
  if (found.version < oldest)
    return `DATABASE_URL names PostgreSQL ${Math.floor(found.version / 10_000)}. Belegg needs 15 or newer.`;
  if (found.replica) return 'DATABASE_URL names a replica, which can only be read. Name its primary.';
  if (found.readOnly) return 'DATABASE_URL names a database that can only be read. Name one that can be written.';
  if (found.encoding !== 'UTF8')
    return `The database ${database} is encoded in ${found.encoding}. Make one in UTF-8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`;
  if (found.others !== null)
    return `Tables of the schema ${quoted(schema)} belong to ${found.others}, not to ${user}. Connect as that user, or run as it: REASSIGN OWNED BY ${quoted(found.others)} TO ${user}.`;
  if (!found.creates && !found.exists)
    return `There is no schema ${quoted(schema)}, and ${user} may not make it. Run as the owner of the database: CREATE SCHEMA ${quoted(schema)} AUTHORIZATION ${user}.`;
  if (!found.creates)
    return `The user ${user} may not make tables in the schema ${quoted(schema)}. Run as its owner: GRANT CREATE, USAGE ON SCHEMA ${quoted(schema)} TO ${user}.`;
  return undefined;
}
