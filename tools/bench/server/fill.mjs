// Fills the newsroom of the demo with articles and claims, straight into the database: as many as nobody would wait
// for.
import pg from 'pg';

/** Words of news, so that some are in every text and some in one alone. */
const subjects =
  'Regjeringen Kommunen Sykehuset Politiet Fylkesmannen Høyesterett Statsråden Ordføreren Rederiet Fagforeningen Museet Skolen';
const verbs = 'brukte sparte tapte ventet bevilget stengte bygde solgte kjøpte fraktet mistet fant';
const objects =
  'kroner pasienter elever boliger ferjer broer tunneler stillinger rapporter søknader tonn laks kilometer vei meter kabel';
const places = 'Bodø Tromsø Bergen Oslo Molde Alta Narvik Hamar Larvik Florø Kirkenes Harstad Arendal Voss Røros';
const english =
  'The council spent million pounds on new schools bridges hospitals trains ferries roads police courts prisons';

/**
 * Approved claims on copies of one text, of which each has words of its own.
 * @param {string} databaseUrl
 * @param {{ articles: number, claims: number }} sizes
 */
export async function fill(databaseUrl, { articles, claims }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await fillBy(client, articles, claims);
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client @param {number} articles @param {number} claims */
async function fillBy(client, articles, claims) {
  const { rows } = await client.query(
    `SELECT a."newsroomId", a."id", t."createdById" FROM "Article" a JOIN "ArticleRevision" t
       ON t."newsroomId" = a."newsroomId" AND t."articleId" = a."id" AND t."number" = a."revision" LIMIT 1`,
  );
  const [{ newsroomId, id, createdById }] = rows;
  await client.query('SET session_replication_role = replica');
  const words = [subjects, verbs, objects, places, english].map((list) => list.split(' '));
  await client.query(
    `CREATE FUNCTION pg_temp.word(list text[], n int) RETURNS text LANGUAGE sql IMMUTABLE
       AS $$ SELECT list[1 + abs(hashint4(n)) % array_length(list, 1)] $$`,
  );
  const sentence = (n) =>
    `pg_temp.word($3::text[], ${n}) || ' ' || pg_temp.word($4::text[], ${n} + 7) || ' ' || (${n} * 37 % 9973) || ' ' ||
      pg_temp.word($5::text[], ${n} + 11) || ' i ' || pg_temp.word($6::text[], ${n} + 13) || ', ' || lower(pg_temp.word($7::text[], ${n} + 17)) || ' sak ' || ${n} || '.'`;
  await client.query(
    `CREATE TEMP TABLE made AS
       SELECT n, gen_random_uuid() AS id, (SELECT string_agg(${sentence('(n * 40 + line)')}, E'\\n')
         FROM generate_series(1, 40) line) AS text
       FROM generate_series(1, $2::int) n, (SELECT $1::uuid) AS unused`,
    [newsroomId, articles, ...words],
  );
  await client.query(
    `INSERT INTO "Article" ("newsroomId", "id", "title", "author", "language", "revision", "createdAt", "updatedAt")
       SELECT $1, made.id, 'Sak ' || n || ' fra ' || split_part(made.text, ' ', 5), 'Skribent ' || n % 50, 'nb', 1,
         now() - n * interval '1 minute', now() - n * interval '1 minute' FROM made`,
    [newsroomId],
  );
  await client.query(
    `INSERT INTO "ArticleRevision" ("newsroomId", "articleId", "number", "id", "text", "sha256", "blocks", "marks",
         "sentences", "language", "createdById", "createdAt")
       SELECT $1, made.id, 1, gen_random_uuid(), made.text, encode(sha256(convert_to(made.text, 'UTF8')), 'hex'),
         '[]', '[]', '[]', 'nb', $2, now() FROM made`,
    [newsroomId, createdById],
  );
  await client.query(
    `INSERT INTO "ArticleHead" ("newsroomId", "articleId", "byState", "words")
       SELECT $1, made.id, h."byState", h."words" FROM made, "ArticleHead" h WHERE h."articleId" = $2`,
    [newsroomId, id],
  );
  await client.query(
    `CREATE TEMP TABLE said AS
       SELECT n, gen_random_uuid() AS id, a.id AS "articleId", ${sentence('(n + 1000000)')} AS exact
       FROM generate_series(1, $2::int) n JOIN (SELECT id, n AS place FROM made) a
         ON a.place = 1 + n % (SELECT count(*)::int FROM made), (SELECT $1::uuid) AS unused`,
    [newsroomId, claims, ...words],
  );
  await client.query(
    `INSERT INTO "Annotation" ("newsroomId", "id", "articleId", "createdAt")
       SELECT $1, id, "articleId", now() FROM said`,
    [newsroomId],
  );
  await client.query(
    `INSERT INTO "AnnotationRevision" ("newsroomId", "annotationId", "number", "articleId", "articleRevision", "start",
         "end", "exact", "prefix", "suffix", "verdict", "rationale", "authorId", "createdAt")
       SELECT $1, id, 1, "articleId", 1, 0, length(exact), exact, '', '', 'confirmed', 'Kilden sier det samme.', $2, now()
       FROM said`,
    [newsroomId, createdById],
  );
  await client.query(
    `INSERT INTO "AnnotationHead" ("newsroomId", "id", "articleId", "status", "verdict", "rationale", "revision", "madeOn",
         "currentRevision", "outcome", "start", "end", "selector", "shownOn", "citations", "authorIds", "steps",
         "carriedOnto", "version", "queueKey", "createdAt", "updatedAt")
       SELECT $1, id, "articleId", 'approved', 'confirmed', 'Kilden sier det samme.', 1, 1, 1, 'unchanged', 0,
         length(exact), jsonb_build_array(
           jsonb_build_object('type', 'TextPositionSelector', 'start', 0, 'end', length(exact)),
           jsonb_build_object('type', 'TextQuoteSelector', 'exact', exact, 'prefix', '', 'suffix', '')),
         1, '[]', ARRAY[$2::uuid], '[]', '{}', 2, n, now(), now() FROM said`,
    [newsroomId, createdById],
  );
  await client.query('ANALYZE');
}
