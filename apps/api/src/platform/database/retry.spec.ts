import { TestApp } from '../../test/test-app';
import { newId } from '../ids';
import { ProblemError } from '../problem-error';
import { withRetries } from './retry';

describe('withRetries', () => {
  /** Fails so many times, then succeeds. */
  const failing = (times: number, error: unknown) => {
    let runs = 0;
    return async () => {
      runs += 1;
      if (runs <= times) throw error;
      return runs;
    };
  };

  it.each([
    ['a row conflict, as Prisma names it', { code: 'P2034' }],
    [
      'a conflict at COMMIT, as the driver names it',
      { name: 'DriverAdapterError', cause: { kind: 'TransactionWriteConflict' } },
    ],
    [
      'a conflict in raw SQL',
      { code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode: '40001' } } } },
    ],
    ['a deadlock', { name: 'DriverAdapterError', cause: { kind: 'postgres', originalCode: '40P01' } }],
  ])('repeats after %s', async (_, error) => {
    expect(await withRetries(failing(3, error))).toBe(4);
    await expect(withRetries(failing(Infinity, error))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['a connection that was refused', { code: 'P1001' }],
    ['one that ended', { name: 'DriverAdapterError', cause: { kind: 'ConnectionClosed' } }],
    [
      'one that the server ended',
      { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } },
    ],
    ['none to be had', new Error('timeout exceeded when trying to connect')],
  ])('does not repeat after %s, since what it did is not known', async (_, error) => {
    let runs = 0;
    await expect(
      withRetries(() => {
        runs += 1;
        return failing(Infinity, error)();
      }),
    ).rejects.toMatchObject({ code: 'unavailable' });
    expect(runs).toBe(1);
  });

  it('passes on a refusal, and a fault of ours, at once', async () => {
    for (const error of [new ProblemError('own-work'), new TypeError('ours')])
      await expect(withRetries(failing(1, error))).rejects.toBe(error);
  });
});

describe('a transaction that cannot be serialized', () => {
  let app: TestApp;
  let newsroomId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    newsroomId = await app.newsroom();
    await app.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`CREATE TABLE "Probe" ("failures" int)`;
      await tx.$executeRaw`CREATE SEQUENCE "Tries"`;
      // A sequence is not rolled back, so it counts the attempts.
      await tx.$executeRaw`CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('"Tries"') <= NEW."failures" THEN RAISE EXCEPTION 'conflict' USING ERRCODE = 'serialization_failure'; END IF;
        RETURN NULL; END $$`;
      await tx.$executeRaw`CREATE CONSTRAINT TRIGGER conflict AFTER INSERT ON "Probe" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION conflict()`;
    });
  });
  afterAll(() => app.stop());

  const rows = () => app.database.lookUp((tx) => tx.$queryRaw<object[]>`SELECT FROM "Probe"`);

  it('at COMMIT is repeated, and its work is there once', async () => {
    await app.database.acrossNewsrooms((tx) => tx.$executeRaw`INSERT INTO "Probe" VALUES (3)`);
    expect(await rows()).toHaveLength(1);
    const [tries] = await app.database.lookUp(
      (tx) => tx.$queryRaw<{ last_value: bigint }[]>`SELECT "last_value" FROM "Tries"`,
    );
    expect(tries?.last_value).toBe(4n);
  });

  it('again and again is unavailable in the end, and leaves nothing', async () => {
    await expect(
      app.database.acrossNewsrooms((tx) => tx.$executeRaw`INSERT INTO "Probe" VALUES (1000000)`),
    ).rejects.toMatchObject({ code: 'unavailable' });
    expect(await rows()).toHaveLength(1);
  });

  it('because of a deadlock is repeated, and both succeed', async () => {
    const [a, b] = [newId(), newId()];
    const now = new Date();
    await app.database.inNewsroom(newsroomId, (tx) =>
      tx.source.createMany({
        data: [a, b].map((id) => ({ newsroomId, id, kind: 'newspaper', name: id, createdAt: now, updatedAt: now })),
      }),
    );
    let arrived = 0;
    let go = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      go = resolve;
    });
    const touch = (first: string, second: string) =>
      app.database.inNewsroom(newsroomId, async (tx) => {
        const change = (id: string) =>
          tx.source.update({ where: { newsroomId_id: { newsroomId, id } }, data: { revision: { increment: 1 } } });
        await change(first);
        arrived += 1;
        if (arrived === 2) go();
        await both;
        await change(second);
      });
    await Promise.all([touch(a, b), touch(b, a)]);
    const versions = await app.database.inNewsroom(newsroomId, (tx) =>
      tx.source.findMany({ where: { newsroomId, id: { in: [a, b] } }, select: { revision: true } }),
    );
    expect(versions).toEqual([{ revision: 3 }, { revision: 3 }]);
    expect(arrived).toBeGreaterThan(2);
  });
});
