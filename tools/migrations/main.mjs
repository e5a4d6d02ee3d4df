// `node tools/migrations/main.mjs diff | create <title>`, for those who change the schema.
import { Failure, runMain } from '../failure.mjs';
import { create, diff } from './author.mjs';
import { startTemporaryDatabase } from '../temporary-database.mjs';

async function main([command, title] = process.argv.slice(2)) {
  const work = { diff, create }[command];
  if (!work)
    throw new Failure(
      'Usage: node tools/migrations/main.mjs diff | create <title>. To apply migrations: npm run belegg -- migrate.',
    );
  const database = await startTemporaryDatabase();
  try {
    console.log((await work(database.url, title)) ?? 'The migrations yield the schema as it is.');
  } finally {
    await database.stop();
  }
}

await runMain(import.meta, main);
