import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import pg from 'pg';
import { startTemporaryDatabase } from '../temporary-database.mjs';
import { diff } from './author.mjs';
import { query, withClient } from './connection.mjs';
import { deploy, status } from './deploy.mjs';
import { readMigrations, roleInMigrations, withoutRole } from './files.mjs';
import { preflight } from './preflight.mjs';

/** @type {import('../database.mjs').Database} */
let server;
before(async () => {
  server = await startTemporaryDatabase();
});
after(() => server.stop());

const newName = (kind) => `${kind}_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const at = (changes) => Object.assign(new URL(server.url), changes).href;

/** A user with no rights but those over a database of its own. */
async function plainOwner(name = newName('owner')) {
  const database = newName('db');
  await query(server.url, `CREATE ROLE "${name}" LOGIN PASSWORD 'p@ss/word'`);
  await query(server.url, `CREATE DATABASE "${database}" OWNER "${name}" TEMPLATE template0`);
  return {
    name,
    database,
    url: at({ username: name, password: encodeURIComponent('p@ss/word'), pathname: `/${database}` }),
  };
}

/** Runs a statement for a newsroom, as the server does. */
async function inNewsroom(url, newsroom, text, schema = 'public') {
  return withClient(url, async (client) => {
    await client.query(`BEGIN; SET LOCAL search_path TO "${schema}"`);
    await client.query(`SELECT set_config('belegg.newsroom', $1, true), set_config('role', belegg_role(), true)`, [
      newsroom,
    ]);
    const { rows } = await client.query(text);
    await client.query('COMMIT');
    return rows;
  });
}

/** Two newsrooms with a source and an event each. */
async function fill(url, schema = 'public') {
  const [ours, theirs] = [randomUUID(), randomUUID()];
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`SET search_path TO "${schema}"`);
  for (const id of [ours, theirs]) {
    await client.query('INSERT INTO "Newsroom" ("id", "name") VALUES ($1, $2)', [id, id]);
    await client.query(
      `INSERT INTO "Source" ("newsroomId", "id", "kind", "name", "createdAt", "updatedAt") VALUES ($1, $2, 'other', 'Agency', now(), now())`,
      [id, randomUUID()],
    );
    await client.query(
      `INSERT INTO "Event" ("newsroomId", "type", "subjectId", "actorId", "at", "data") VALUES ($1, 'probe', $2, $2, now(), '{}')`,
      [id, randomUUID()],
    );
  }
  await client.end();
  return { ours, theirs };
}

/** A newsroom's transaction adds and sees jobs of its own, and changes none. */
async function assertJobWalls(url, run, ours, theirs) {
  const [{ jobs }] = await query(
    url,
    `SELECT proname, pronamespace::regnamespace::text AS schema, (
    SELECT substring(prosrc FROM '''(.*)''')) AS jobs FROM pg_proc WHERE proname = 'belegg_jobs'`,
  );
  await withClient(url, (client) => client.query(`SELECT ${jobs}.create_queue('probe', '{"policy": "standard"}')`));
  const add = (newsroom) =>
    run(`INSERT INTO ${jobs}.job_common (name, group_id, policy) VALUES ('probe', '${newsroom}', 'standard')`);
  await add(ours);
  await assert.rejects(add(theirs), { code: '42501' });
  await query(url, `INSERT INTO ${jobs}.job_common (name, group_id, policy) VALUES ('probe', '${theirs}', 'standard')`);
  assert.deepEqual(await run(`SELECT group_id FROM ${jobs}.job_common`), [{ group_id: ours }]);
  assert.equal((await query(url, `SELECT FROM ${jobs}.job`)).length, 2);
}

/** What every database has to hold, whatever its user may do. */
async function assertWalls(url, schema = 'public') {
  const { ours, theirs } = await fill(url, schema);
  const run = (text) => inNewsroom(url, ours, text, schema);
  assert.deepEqual(await run('SELECT "newsroomId" FROM "Source"'), [{ newsroomId: ours }]);
  assert.deepEqual(await run('SELECT "id" FROM "Newsroom"'), [{ id: ours }]);
  assert.deepEqual(await run('UPDATE "Source" SET "name" = \'Changed\' RETURNING "newsroomId"'), [
    { newsroomId: ours },
  ]);
  const refused = { code: '42501' };
  for (const text of [
    'DELETE FROM "Event"',
    'UPDATE "Event" SET "type" = \'forged\'',
    'UPDATE "ReviewStep" SET "kind" = \'approved\'',
    'DELETE FROM "Source"',
    'TRUNCATE "Event" CASCADE',
    `UPDATE "Source" SET "createdAt" = now()`,
    `UPDATE "Account" SET "name" = 'x'`,
    `INSERT INTO "Newsroom" ("id", "name") VALUES ('${randomUUID()}', 'Mine')`,
    `INSERT INTO "Source" ("newsroomId", "id", "kind", "name", "createdAt", "updatedAt") VALUES ('${theirs}', '${randomUUID()}', 'other', 'Smuggled', now(), now())`,
  ])
    await assert.rejects(run(text), refused, text);
  assert.equal((await query(url, `SELECT "type" FROM "${schema}"."Event"`)).length, 2);
  await assertJobWalls(url, run, ours, theirs);
}

describe('migrations', () => {
  let url;
  beforeEach(async () => {
    const name = newName('test');
    await query(server.url, `CREATE DATABASE "${name}"`);
    url = at({ pathname: `/${name}` });
  });

  test('yield the schema: whoever changed it has written them', async () => {
    assert.equal(await diff(server.url), undefined);
  });

  test('say what concerns the role in statements that are told apart from the rest', () => {
    for (const { name, sql } of readMigrations()) assert.ok(!withoutRole(sql).includes(roleInMigrations), name);
  });

  test('are applied once by two processes that come at the same time', async () => {
    const all = await status(url);
    assert.ok(all.length > 0);
    const applied = await Promise.all([deploy(url), deploy(url)]);
    assert.deepEqual(applied.flat().sort(), all);
    assert.deepEqual(await status(url), []);
    assert.deepEqual(await deploy(url), []);
  });

  test('make a queue for jobs, and bring one of an older pg-boss up to date', async () => {
    const version = async () => (await query(url, 'SELECT version FROM belegg_jobs.version'))[0].version;
    await deploy(url);
    const newest = await version();
    await query(url, 'DROP INDEX belegg_jobs.job_common_i17');
    await query(url, `UPDATE belegg_jobs.version SET version = ${newest - 1}`);
    await deploy(url);
    assert.equal(await version(), newest);
    const index = await query(url, `SELECT to_regclass('belegg_jobs.job_common_i17') IS NOT NULL AS exists`);
    assert.deepEqual(index, [{ exists: true }]);
  });

  test('refuse a database of a newer Belegg', async () => {
    await deploy(url);
    await query(
      url,
      `UPDATE "_prisma_migrations" SET migration_name = '29990101000000_future' WHERE migration_name = (SELECT max(migration_name) FROM "_prisma_migrations")`,
    );
    await assert.rejects(deploy(url), /of a newer Belegg \(it has the migration 29990101000000_future\)/);
  });

  test('go on where another engine was cut short before it did anything', async () => {
    const [first] = readMigrations();
    await deploy(url, { migrations: [] });
    await query(
      url,
      `CREATE TABLE "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
        "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`,
    );
    await query(
      url,
      'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "logs") VALUES ($1, $2, $3, $4)',
      [randomUUID(), first.checksum, first.name, 'ERROR'],
    );
    assert.deepEqual(
      await deploy(url),
      readMigrations().map(({ name }) => name),
    );
  });

  test('that fail leave nothing, and say what PostgreSQL said and where', async () => {
    const broken = { name: '29990101000000_broken', checksum: 'x', sql: 'CREATE TABLE "Half" ();\nSELECT nonsense;' };
    await assert.rejects(
      deploy(url, { migrations: [...readMigrations(), broken] }),
      /29990101000000_broken could not be applied, and nothing of it was kept. PostgreSQL says: column "nonsense" does not exist \[42703, line 2\]/,
    );
    assert.deepEqual(await query(url, `SELECT to_regclass('"Half"') AS half`), [{ half: null }]);
    assert.deepEqual(await deploy(url), []);
  });

  test('let what was cited before sources had revisions name the first one, and whom it goes back to', async () => {
    const all = readMigrations();
    const before = all.filter(({ name }) => name < '20261201013000_source_revisions');
    await deploy(url, { migrations: before });
    const [newsroom, author, root, agency, paper, radio] = Array.from({ length: 6 }, () => randomUUID());
    await withClient(url, async (client) => {
      await client.query("SET session_replication_role = 'replica'");
      const origins = { [root]: null, [agency]: root, [paper]: agency, [radio]: paper };
      for (const [id, origin] of Object.entries(origins)) {
        await client.query(
          `INSERT INTO "Source" ("newsroomId", "id", "kind", "name", "originId", "version", "createdAt", "updatedAt")
           VALUES ($1, $2, 'other', $3, $4, 7, now(), now())`,
          [newsroom, id, id, origin],
        );
        await client.query(
          `INSERT INTO "Citation" ("newsroomId", "id", "annotationId", "annotationRevision", "position", "sourceId", "stance")
           VALUES ($1, gen_random_uuid(), gen_random_uuid(), 1, 0, $2, 'supports')`,
          [newsroom, id],
        );
        await client.query(
          `INSERT INTO "Event" ("newsroomId", "type", "subjectId", "actorId", "at", "data")
           VALUES ($1, 'source.created', $2, $3, now(), '{}')`,
          [newsroom, id, author],
        );
      }
    });
    await deploy(url, { migrations: all });
    const revisions = await query(url, 'SELECT "sourceId", "number", "name", "actorId" FROM "SourceRevision"');
    assert.deepEqual(
      new Set(revisions.map(({ sourceId, number, name, actorId }) => [sourceId, number, name, actorId].join())),
      new Set([root, agency, paper, radio].map((id) => [id, 1, id, author].join())),
    );
    assert.deepEqual(await query(url, 'SELECT DISTINCT "revision" FROM "Source"'), [{ revision: 1 }]);
    const cited = await query(url, 'SELECT "sourceId", "sourceRevision", "lineage" FROM "Citation"');
    const lineages = { [root]: [], [agency]: [root], [paper]: [agency, root], [radio]: [paper, agency, root] };
    assert.equal(cited.length, 4);
    for (const { sourceId, sourceRevision, lineage } of cited) {
      assert.equal(sourceRevision, 1);
      assert.deepEqual(
        lineage,
        lineages[sourceId].map((id) => ({ sourceId: id, sourceRevision: 1 })),
      );
    }
  });

  test('refuse a database of another program', async () => {
    await query(url, 'CREATE TABLE theirs (id int)');
    await assert.rejects(deploy(url), /tables of another program/);
  });
});

describe('rights', () => {
  test('are those that the migrations give, when a role of another name holds them', async () => {
    const [ours, other] = [newName('db'), newName('db')];
    for (const name of [ours, other]) await query(server.url, `CREATE DATABASE "${name}" TEMPLATE template0`);
    const role = newName('role');
    await deploy(at({ pathname: `/${ours}` }), { role });
    // Verbatim, as Prisma's own engine would run them.
    for (const { sql } of readMigrations()) await query(at({ pathname: `/${other}` }), sql);
    const rights = async (database, name) =>
      query(
        at({ pathname: `/${database}` }),
        `SELECT relname, NULL AS attname, privilege_type FROM pg_class, aclexplode(relacl) WHERE relnamespace = 'public'::regnamespace AND grantee = $1::regrole
        UNION SELECT relname, attname, privilege_type FROM pg_attribute JOIN pg_class c ON c.oid = attrelid, aclexplode(attacl) WHERE grantee = $1::regrole
        ORDER BY 1, 2, 3`,
        [name],
      );
    assert.deepEqual(await rights(ours, role), await rights(other, roleInMigrations));
    await assertWalls(at({ pathname: `/${ours}` }));
  });

  test('need no role: a plain owner is held by the same walls', async () => {
    const { url } = await plainOwner();
    await deploy(url);
    assert.deepEqual(await query(url, 'SELECT belegg_role() AS role'), [{ role: 'none' }]);
    await assertWalls(url);
    assert.deepEqual(await deploy(url), []);
  });

  test('come and go with a role', async () => {
    const { url, name } = await plainOwner();
    await deploy(url);
    const role = newName('role');
    await query(server.url, `CREATE ROLE "${role}"; GRANT "${role}" TO "${name}"`);
    const policies = () =>
      query(url, 'SELECT tablename, policyname, qual FROM pg_policies ORDER BY tablename, policyname');
    const without = await policies();
    await deploy(url, { role });
    assert.deepEqual(await query(url, 'SELECT belegg_role() AS role'), [{ role }]);
    assert.deepEqual(
      await query(url, `SELECT relname FROM pg_class WHERE relforcerowsecurity AND relname <> 'job_common'`),
      [],
    );
    await assert.rejects(inNewsroom(url, randomUUID(), 'SELECT "passwordHash" FROM "Account"'), { code: '42501' });
    await assertWalls(url);
    await deploy(url, { role: 'none' });
    assert.deepEqual(await policies(), without);
  });

  test('are kept by two that share one cluster', async () => {
    const [first, second] = [await plainOwner(), await plainOwner()];
    await query(server.url, `ALTER ROLE "${first.name}" CREATEROLE`);
    const role = newName('role');
    await deploy(first.url, { role });
    await deploy(second.url);
    await assert.rejects(deploy(second.url, { role }), /may not act as the role/);
    for (const { url } of [first, second]) await assertWalls(url);
  });

  test('are mended after a copy that left roles and privileges out', async () => {
    const { url } = await plainOwner();
    const role = newName('role');
    const origin = newName('db');
    await query(server.url, `CREATE DATABASE "${origin}" TEMPLATE template0`);
    await deploy(at({ pathname: `/${origin}` }), { role });
    await query(server.url, `DROP OWNED BY "${role}"`);
    await query(at({ pathname: `/${origin}` }), `DROP OWNED BY "${role}"`);
    await query(server.url, `DROP ROLE "${role}"`);
    await assert.rejects(inNewsroom(at({ pathname: `/${origin}` }), randomUUID(), 'SELECT FROM "Source"'));
    await deploy(at({ pathname: `/${origin}` }));
    await assertWalls(at({ pathname: `/${origin}` }));
    await deploy(url);
  });

  test('hold in a schema of its own', async () => {
    const { url, name } = await plainOwner();
    const own = `${url}?schema=news%20room`;
    await deploy(own);
    assert.deepEqual(await query(url, `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'`), [
      { count: 0 },
    ]);
    await assertWalls(own, 'news room');
    await query(at({ pathname: new URL(url).pathname }), 'CREATE SCHEMA closed');
    await assert.rejects(
      preflight(`${url}?schema=closed`),
      new RegExp(`user "${name}" may not make tables in the schema`),
    );
  });
});

describe('the check before anything is touched', () => {
  const check = (url) =>
    preflight(url).then(
      () => assert.fail('passed'),
      ({ message }) => message,
    );

  test('says in a line what is missing', async () => {
    const { url, name, database } = await plainOwner();
    const closed = newName('db');
    await query(server.url, `CREATE DATABASE "${closed}" ENCODING 'SQL_ASCII' TEMPLATE template0`);
    assert.match(await check(at({ pathname: `/${closed}` })), /encoded in SQL_ASCII/);
    assert.match(
      await check(`${at({ username: name, password: 'wrong', pathname: `/${database}` })}`),
      /refuses the password/,
    );
    assert.match(await check(at({ pathname: '/none' })), /has no such database/);
    assert.match(await check(`${url}?sslmode=require`), /does not speak TLS/);
    assert.match(await check(`postgresql://x/${database}?host=/nowhere`), /no socket in that folder/);
    await deploy(at({ pathname: `/${database}` }));
    assert.match(await check(url), /belong to belegg, not to/);
    await query(
      at({ pathname: `/${database}` }),
      `ALTER DATABASE "${database}" SET default_transaction_read_only = on`,
    );
    assert.match(await check(url), /can only be read/);
  });
});
