import pg from 'pg';
import parse from 'pg-connection-string';
import { Failure } from '../failure.mjs';

/** How long (milliseconds) a database may take to answer a new connection. */
const patience = 10_000;

/** What stands before the colon of an SQLSTATE or of Node's own code for a failed connection, and what to say of it. */
const reasons = {
  '28P01': 'refuses the password',
  28000: 'refuses this user',
  '3D000': 'has no such database',
  42501: 'does not let this user connect',
  53300: 'has no connection left',
  '57P03': 'is still starting',
  ENOENT: 'has no socket in that folder',
  ECONNREFUSED: 'does not answer',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate of a private authority: add sslrootcert=<file of its certificate>',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate of its own making: add sslrootcert=<file of that certificate>',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate of an unknown authority: add sslrootcert=<file>',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'has a certificate of an unknown authority: add sslrootcert=<file>',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another host name',
};

/** The schema that an address names with `?schema=`, as Prisma reads it; otherwise "public". @param {string} url */
export function schemaOf(url) {
  return /** @type {{ schema?: string }} */ (parse.parse(url)).schema || 'public';
}

/** A name as an SQL identifier. @param {string} name */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** Why a connection failed, in words that hold no address: it may carry a password. @param {unknown} error */
export function reasonOf(error) {
  const { code, message } = /** @type {{ code?: string, message?: string }} */ (error);
  return (
    reasons[/** @type {keyof typeof reasons} */ (code)] ??
    (/does not support SSL/.test(message ?? '') ? 'does not speak TLS: leave sslmode out' : undefined) ??
    `cannot be used (${code ?? message})`
  );
}

/**
 * Runs work on one connection, and closes it. All transactions of Belegg's tools go through `inTransaction`, which sets
 * everything for its transaction alone, so that a pooler may stand between.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  client.on('error', () => {}); // what goes wrong shows in the queries
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw new Failure(`The database of DATABASE_URL ${reasonOf(error)}. Mend it, or correct DATABASE_URL.`);
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Runs work in one transaction, in one schema.
 * @template T
 * @param {pg.Client} client
 * @param {string} schema
 * @param {() => Promise<T>} work
 * @param {string} [mode] what stands after BEGIN
 * @returns {Promise<T>}
 */
export async function inTransaction(client, schema, work, mode = '') {
  await client.query(`BEGIN ${mode}`);
  try {
    await client.query(`SET LOCAL search_path TO ${quoted(schema)}`);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/**
 * Runs one statement on a connection of its own.
 * @param {string} url
 * @param {string} text
 * @param {unknown[]} [values]
 */
export const query = (url, text, values) => withClient(url, async (client) => (await client.query(text, values)).rows);
