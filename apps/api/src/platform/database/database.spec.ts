import { newId } from '../ids';
import fc from 'fast-check';
import { Connections } from './connections';
import type { Tx } from './database';
import { execute, readRows, send, sql } from './statements';
import { TestApp } from '../../test/test-app';

describe.each(['superuser', 'plain'] as const)('Database of a %s', (owner) => {
  let app: TestApp;
  let ours: string;
  let theirs: string;

  beforeAll(async () => {
    app = await TestApp.start({}, owner);
    ours = await app.newsroom('Ours');
    theirs = await app.newsroom('Theirs');
    for (const newsroomId of [ours, theirs]) {
      const now = new Date();
      await app.database.acrossNewsrooms((tx) =>
        tx.source.create({
          data: {
            newsroomId,
            id: newId(),
            kind: 'newsAgency',
            name: `of ${newsroomId}`,
            createdAt: now,
            updatedAt: now,
          },
        }),
      );
    }
  });
  afterAll(() => app.stop());

  it('shows a newsroom only its own rows, even to a query that forgets its where', async () => {
    const seen = await app.database.inNewsroom(ours, (tx) => tx.source.findMany());
    expect(seen.map(({ newsroomId }) => newsroomId)).toEqual([ours]);
  });

  it('lets nobody write into another newsroom', async () => {
    const now = new Date();
    await expect(
      app.database.inNewsroom(ours, (tx) =>
        tx.source.create({
          data: { newsroomId: theirs, id: newId(), kind: 'other', name: 'smuggled', createdAt: now, updatedAt: now },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('lets nobody change or erase what is append-only', async () => {
    await expect(app.database.inNewsroom(ours, (tx) => tx.$executeRaw`DELETE FROM "Event"`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      app.database.inNewsroom(ours, (tx) => tx.$executeRaw`UPDATE "ReviewStep" SET "kind" = 'approved'`),
    ).rejects.toThrow(/permission denied/);
    await expect(
      app.database.inNewsroom(ours, (tx) => tx.$executeRaw`UPDATE "Source" SET "createdAt" = now()`),
    ).rejects.toThrow(/permission denied/);
  });

  it('hides password hashes from the role that serves newsrooms, where there is one', async () => {
    if (owner === 'superuser')
      await expect(
        app.database.inNewsroom(ours, (tx) => tx.$queryRaw`SELECT "passwordHash" FROM "Account"`),
      ).rejects.toThrow(/permission denied/);
  });

  it('repeats a transaction that could not be serialized, and then succeeds', async () => {
    let runs = 0;
    const result = await app.database.inNewsroom(ours, async (tx) => {
      runs += 1;
      if (runs < 3)
        await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; END $$`;
      return 'done';
    });
    expect({ result, runs }).toEqual({ result: 'done', runs: 3 });
  });

  describe('statements without Prisma', () => {
    it('see and keep what Prisma does in the same transaction, and go with it', async () => {
      const id = newId();
      const insert = sql`INSERT INTO "Source" ("newsroomId", "id", "kind", "name", "createdAt", "updatedAt")
        VALUES (${ours}::uuid, ${id}::uuid, 'other', 'raw', now(), now())`;
      await expect(
        app.database.inNewsroom(ours, async (tx) => {
          expect(await execute(tx, insert)).toBe(1);
          expect(await tx.source.count({ where: { id } })).toBe(1);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await app.database.inNewsroom(ours, (tx) => tx.source.count({ where: { id } }))).toBe(0);
      await app.database.inNewsroom(ours, (tx) => execute(tx, insert));
      expect(await app.database.inNewsroom(ours, (tx) => tx.source.count({ where: { id } }))).toBe(1);
    });

    it('stand behind the same wall, on every connection and after any other newsroom', async () => {
      const names = sql`SELECT "name" FROM "Source" WHERE "name" LIKE 'of %'`;
      await Promise.all(
        Array.from({ length: 60 }, async (_, i) => {
          const newsroomId = i % 2 === 0 ? ours : theirs;
          const read =
            i % 3 === 0 ? app.database.readNewsroom.bind(app.database) : app.database.inNewsroom.bind(app.database);
          expect(await read(newsroomId, (tx) => readRows(tx, names))).toEqual([{ name: `of ${newsroomId}` }]);
        }),
      );
      await expect(app.database.inNewsroom(ours, (tx) => execute(tx, sql`DELETE FROM "Event"`))).rejects.toThrow(
        /permission denied/,
      );
    });

    it.each([true, false])('leave nothing on the connection, prepared by name: %s', async (prepare) => {
      const connections = new Connections(app.databaseUrl, 1, prepare);
      const settings = sql`SELECT current_user = session_user AS "isLogin",
        coalesce(current_setting('belegg.newsroom', true), '') AS "newsroom"`;
      const begin = `BEGIN; SELECT set_config('belegg.newsroom', '${ours}', true), set_config('role', belegg_role(), true)`;
      try {
        for (const end of ['commit', 'rollback']) {
          const inside = connections.transaction(begin, async (tx) => {
            const isLogin = owner === 'plain';
            expect(await readRows(tx, settings)).toEqual([{ isLogin, newsroom: ours }]);
            if (end === 'rollback') await execute(tx, sql`SELECT 1 / 0`);
          });
          await (end === 'rollback' ? expect(inside).rejects.toThrow(/division by zero/) : inside);
          expect(await readRows(connections.single, settings)).toEqual([{ isLogin: true, newsroom: '' }]);
        }
      } finally {
        await connections.close();
      }
    });

    it("are repeated like Prisma's when PostgreSQL asks for it", async () => {
      let runs = 0;
      await app.database.inNewsroom(ours, async (tx) => {
        runs += 1;
        if (runs < 3)
          await execute(tx, sql`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; END $$`);
      });
      expect(runs).toBe(3);
    });

    it('run nothing once the transaction is over', async () => {
      let late: Tx | undefined;
      const failing = app.database.inNewsroom(ours, async (tx) => {
        late = tx;
        await Promise.all([execute(tx, sql`SELECT 1`), Promise.reject(new Error('no'))]);
      });
      await expect(failing).rejects.toThrow('no');
      await expect(execute(late!, sql`SELECT 1`)).rejects.toThrow('the transaction is over');
      send(late!, sql`SELECT 1`);
    });

    it('read a moment of the database where the transaction does', async () => {
      const count = sql`SELECT count(*) AS "n" FROM "Source" WHERE "name" = 'meanwhile'`;
      await app.database.readNewsroom(ours, async (tx) => {
        expect(await readRows(tx, count)).toEqual([{ n: 0n }]);
        await app.database.inNewsroom(ours, (other) =>
          execute(
            other,
            sql`INSERT INTO "Source" ("newsroomId", "id", "kind", "name", "createdAt", "updatedAt")
              VALUES (${ours}::uuid, ${newId()}::uuid, 'other', 'meanwhile', now(), now())`,
          ),
        );
        expect(await readRows(tx, count)).toEqual([{ n: 0n }]);
      });
    });

    it('give any value back as it was given, in a row and in many', async () => {
      const row = fc.record({
        text: fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed()),
        int: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        big: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        flag: fc.boolean(),
        at: fc.date({ min: new Date('1700-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
          const of = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((each) => each[key]);
          const read = await app.database.inNewsroom(ours, (tx) =>
            readRows(
              tx,
              sql`SELECT * FROM unnest(${of('text')}::text[], ${of('int')}::int[], ${of('big')}::bigint[], ${of('flag')}::boolean[], ${of('at')}::timestamptz[])
                AS row("text", "int", "big", "flag", "at")`,
            ),
          );
          expect(read).toEqual(rows);
          const json = await app.database.inNewsroom(ours, (tx) =>
            readRows(
              tx,
              sql`SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ text, int }) => ({ text, int })))}::jsonb) AS row("text" text, "int" int)`,
            ),
          );
          expect(json).toEqual(rows.map(({ text, int }) => ({ text, int })));
        }),
        { numRuns: 10, endOnFailure: true },
      );
    });
  });
});
