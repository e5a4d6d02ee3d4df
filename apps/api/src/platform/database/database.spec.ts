import { newId } from '../ids';
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
});
