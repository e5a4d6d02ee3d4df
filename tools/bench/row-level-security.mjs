// What the second wall between newsrooms costs on the write path: the same transaction as the owner of the tables
// without policies, and under the role that owns nothing, with row-level security. Interleaved; medians of several
// rounds.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startTemporaryDatabase } from '../temporary-database.mjs';

const rounds = 201;
const writesPerRound = 10;
const text = 'Broen er 412 meter lang. Den åpner i mai. '.repeat(200);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function seed(client) {
  const [newsroom, account, article, annotation] = Array.from({ length: 4 }, () => randomUUID());
  await client.query('INSERT INTO "Newsroom" ("id", "name") VALUES ($1, $2)', [newsroom, 'Bench']);
  await client.query('INSERT INTO "Account" ("id", "email", "name", "passwordHash") VALUES ($1, $2, $3, $4)', [
    account,
    `${account}@bench.test`,
    'Bench',
    '',
  ]);
  await client.query('INSERT INTO "Membership" ("newsroomId", "accountId", "roles") VALUES ($1, $2, $3)', [
    newsroom,
    account,
    ['editor'],
  ]);
  await client.query(
    'INSERT INTO "Article" ("newsroomId", "id", "title", "language", "createdAt", "updatedAt") VALUES ($1, $2, $3, $4, now(), now())',
    [newsroom, article, 'Bench', 'nb'],
  );
  await client.query(
    `INSERT INTO "ArticleRevision" ("newsroomId", "articleId", "number", "id", "text", "sha256", "blocks", "marks", "sentences", "language", "createdById", "createdAt")
     VALUES ($1, $2, 1, $3, $4, '', '[]', '[]', '[]', 'nb', $5, now())`,
    [newsroom, article, randomUUID(), text, account],
  );
  await client.query(
    'INSERT INTO "Annotation" ("newsroomId", "id", "articleId", "createdAt") VALUES ($1, $2, $3, now())',
    [newsroom, annotation, article],
  );
  return { newsroom, account, article, annotation };
}

let number = 0;
/** One edit of an annotation, as the server writes it. */
async function write(client, { newsroom, account, article, annotation }, bound) {
  await client.query('BEGIN');
  if (bound) await client.query(`SELECT set_config('belegg.newsroom', $1, true)`, [newsroom]);
  await client.query('SELECT "id" FROM "Article" WHERE "newsroomId" = $1 AND "id" = $2 FOR NO KEY UPDATE', [
    newsroom,
    article,
  ]);
  await client.query('SELECT max("number") FROM "ArticleRevision" WHERE "newsroomId" = $1 AND "articleId" = $2', [
    newsroom,
    article,
  ]);
  await client.query('SELECT * FROM "ReviewStep" WHERE "newsroomId" = $1 AND "annotationId" = $2', [
    newsroom,
    annotation,
  ]);
  await client.query(
    `INSERT INTO "AnnotationRevision" ("newsroomId", "annotationId", "number", "articleId", "articleRevision", "start", "end", "exact", "prefix", "suffix", "verdict", "rationale", "authorId", "createdAt")
     VALUES ($1, $2, $3, $4, 1, 0, 5, 'Broen', '', '', 'confirmed', $5, $6, now())`,
    [newsroom, annotation, (number += 1), article, `Runde ${number}`, account],
  );
  const {
    rows: [{ seq }],
  } = await client.query(
    'UPDATE "Article" SET "seq" = "seq" + 1, "updatedAt" = now() WHERE "newsroomId" = $1 AND "id" = $2 RETURNING "seq"',
    [newsroom, article],
  );
  await client.query(
    `INSERT INTO "Event" ("newsroomId", "articleId", "seq", "type", "subjectId", "actorId", "at", "data") VALUES ($1, $2, $3, 'annotation.edited', $4, $5, now(), '{}')`,
    [newsroom, article, seq, annotation, account],
  );
  await client.query('COMMIT');
}

async function round(client, seeded, bound) {
  const start = performance.now();
  for (let i = 0; i < writesPerRound; i += 1) await write(client, seeded, bound);
  return (performance.now() - start) / writesPerRound;
}

const database = await startTemporaryDatabase();
const client = new pg.Client(database.url);
const guarded = new pg.Client({ connectionString: database.url, options: '-c role=belegg_app' });
await Promise.all([client.connect(), guarded.connect()]);
try {
  const seeded = await seed(client);
  await round(guarded, seeded, true);
  await round(client, seeded, false);
  const times = { open: [], guarded: [] };
  for (let i = 0; i < rounds; i += 1) {
    times.open.push(await round(client, seeded, false));
    times.guarded.push(await round(guarded, seeded, true));
  }
  const [open, bound] = [median(times.open), median(times.guarded)];
  console.log(`One edit of an annotation, ${rounds} rounds of ${writesPerRound}, one connection, medians:`);
  console.log(`  owner, no row-level security   ${open.toFixed(3)} ms`);
  console.log(`  role under row-level security  ${bound.toFixed(3)} ms   ratio ${(bound / open).toFixed(3)}`);
} finally {
  await Promise.all([client.end(), guarded.end()]);
  await database.stop();
}
