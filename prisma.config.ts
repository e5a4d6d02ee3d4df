import { defineConfig } from 'prisma/config';
import { runningDatabase } from './tools/database.mjs';

/** Prisma's own commands reach the database of a running `npm start`, unless DATABASE_URL names another. */
const url = process.env['DATABASE_URL'] ?? runningDatabase('.data/postgres');

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url !== undefined && { datasource: { url } }),
});
