import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Migration
 * @property {string} name of its folder, by which migrations are ordered
 * @property {string} sql
 * @property {string} checksum SHA-256 of the file in hexadecimal, as Prisma records it
 */

export const migrationFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/**
 * The role that the migrations of this program name. Under which role it really works is a setting (see rights.mjs).
 */
export const roleInMigrations = 'belegg_app';

/** All migrations in their order. @returns {Migration[]} */
export function readMigrations(folder = migrationFolder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

const grants = new RegExp(`^(?:GRANT|REVOKE)\\b[^;]*?\\b${roleInMigrations}\\s*;`, 'gm');
const blocks = /^DO \$\$[\s\S]*?^END \$\$;/gm;

/**
 * The statements of a migration that give rights to the role, in their order.
 * @param {string} sql
 * @returns {string[]}
 */
export const grantsIn = (sql) => sql.match(grants) ?? [];

/**
 * A migration without what concerns the role, which a plain owner may not make: that is the work of `ensureRights`.
 * Lines stay where they are, so that PostgreSQL's messages name the right ones.
 * @param {string} sql
 */
export function withoutRole(sql) {
  const blank = (/** @type {string} */ text) => text.replace(/[^\n]/g, ' ');
  return sql
    .replace(grants, blank)
    .replace(blocks, (block) => (block.includes(roleInMigrations) ? blank(block) : block));
}
