// The plain server that Belegg is measured against: Fastify and pg, two inserts in a transaction, a select as JSON.
import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';

const [url] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 12 });
await pool.query(`
  CREATE SCHEMA IF NOT EXISTS peer;
  CREATE TABLE IF NOT EXISTS peer.annotation (id uuid PRIMARY KEY, article text NOT NULL, verdict text NOT NULL,
    "start" int NOT NULL, "end" int NOT NULL, exact text NOT NULL, prefix text NOT NULL, suffix text NOT NULL,
    rationale text NOT NULL, at timestamptz NOT NULL DEFAULT now());
  CREATE INDEX IF NOT EXISTS annotation_article ON peer.annotation (article, "start");
  CREATE TABLE IF NOT EXISTS peer.revision (id bigserial PRIMARY KEY, annotation uuid NOT NULL
    REFERENCES peer.annotation (id), data jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now());`);

/** @type {any} what the bench sends is not checked here */
const app = fastify();
app.post('/articles/:id/annotations', async ({ params, body }, reply) => {
  const id = randomUUID();
  const [{ start, end }, { exact, prefix = '', suffix = '' }] = body.selector;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({
      name: 'annotation',
      text: `INSERT INTO peer.annotation (id, article, verdict, "start", "end", exact, prefix, suffix, rationale)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [id, params.id, body.verdict, start, end, exact, prefix, suffix, body.rationale],
    });
    await client.query({
      name: 'revision',
      text: 'INSERT INTO peer.revision (annotation, data) VALUES ($1, $2)',
      values: [id, JSON.stringify(body)],
    });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  reply.code(201);
  return { id, ...body };
});
app.get('/articles/:id/annotations', async ({ params }) => {
  const { rows } = await pool.query({
    name: 'list',
    text: 'SELECT * FROM peer.annotation WHERE article = $1 ORDER BY "start" LIMIT 1000',
    values: [params.id],
  });
  return { items: rows };
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ port: app.server.address().port });
process.once('disconnect', () => process.exit());
