// For those who change the schema: what the migrations lack, found by Prisma's schema engine (a development package).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationFolder, readMigrations } from './files.mjs';
import { withSchemaEngine } from './wasm-schema-engine.mjs';

const schemaFile = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };

/**
 * The SQL that is missing from the migrations to yield the schema, or undefined when nothing is.
 * @param {string} url
 */
export async function diff(url) {
  const schema = readFileSync(schemaFile, 'utf8');
  const { stdout, exitCode } = await withSchemaEngine(url, [[schemaFile, schema]], (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: schema }] },
      script: true,
      exitCode: true,
      filters,
    }),
  );
  return exitCode === 2 ? stdout : undefined;
}

/**
 * Writes what is missing as a new migration, to be read before it is applied.
 * @param {string} url
 * @param {string} [title]
 * @returns its name, or undefined when nothing is missing
 */
export async function create(url, title = 'change') {
  const script = await diff(url);
  if (!script) return undefined;
  const name = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${title.replace(/\W+/g, '_').toLowerCase()}`;
  mkdirSync(join(migrationFolder, name), { recursive: true });
  writeFileSync(join(migrationFolder, name, 'migration.sql'), script);
  return name;
}

/** @returns {import('@prisma/schema-engine-wasm/schema_engine_bg').MigrationList} */
function migrationList() {
  const lockFile = join(migrationFolder, 'migration_lock.toml');
  return {
    baseDir: migrationFolder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : null },
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
