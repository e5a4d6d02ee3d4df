import { get, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '../platform/ids';
import { TestApp, type Caller } from '../test/test-app';
import { execute, sql } from '../platform/database/statements';
import { EventChain } from './event.chain';
import { EventStreams } from './event-streams';
import { EventLog } from './log';

interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { id: string; type: string; subjectId?: string; actor: { name: string } };
}

/** A reader of a stream, as a browser is one. */
class Reader {
  readonly told: ReceivedEvent[] = [];
  raw = '';
  isOver = false;

  private constructor(readonly response: IncomingMessage) {
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.raw += chunk;
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
        if (field('data') !== undefined)
          this.told.push({
            id: field('id') ?? '',
            type: field('event') ?? '',
            data: JSON.parse(field('data') ?? '') as ReceivedEvent['data'],
          });
      }
    });
    response.on('close', () => {
      this.isOver = true;
    });
    response.on('error', () => {
      this.isOver = true;
    });
  }

  static open(url: string, secret: string, lastEventId?: string): Promise<Reader> {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${secret}`,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      };
      get(`${url}/api/events`, { headers }, (response) => {
        resolve(new Reader(response));
      }).on('error', reject);
    });
  }

  async until(isSo: (reader: this) => boolean, milliseconds = 5_000): Promise<void> {
    for (const end = Date.now() + milliseconds; !isSo(this);) {
      if (Date.now() > end)
        throw new Error(`waited in vain; told: ${JSON.stringify(this.told.map(({ id, type }) => [id, type]))}`);
      await delay(10);
    }
  }

  close(): void {
    this.response.destroy();
  }
}

describe('the stream of events', () => {
  let app: TestApp;
  let url: string;
  let newsroomId: string;
  let editor: Caller;
  const readers: Reader[] = [];

  beforeAll(async () => {
    app = await TestApp.start();
    await app.nest.listen(0, '127.0.0.1');
    url = await app.nest.getUrl();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    newsroomId = await app.newsroom();
    editor = await app.member(newsroomId, ['editor'], 'Eli');
  });
  afterEach(() => {
    readers.splice(0).forEach((reader) => {
      reader.close();
    });
  });

  const listen = async (by = editor, lastEventId?: string, at = url) => {
    const reader = await Reader.open(at, by.secret, lastEventId);
    readers.push(reader);
    await reader.until(({ raw }) => raw.startsWith('retry: 3000\n\n'));
    return reader;
  };
  const happen = (by = editor, subjectId = newId(), on = app) =>
    on.database.inNewsroom(by.actor.newsroomId, (tx) =>
      on.nest.get(EventLog).append(tx, by.actor, { type: 'source.created', subjectId }),
    );
  const ids = ({ told }: Reader) => told.map(({ id }) => id);

  it('tells at once what happens, with its author, and nothing of what was before', async () => {
    await happen();
    const reader = await listen();
    expect(reader.response.statusCode).toBe(200);
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(reader.response.headers).not.toHaveProperty('content-encoding');
    const subjectId = newId();
    const id = await happen(editor, subjectId);
    await reader.until(({ told }) => told.length > 0);
    expect(reader.told).toEqual([
      {
        id: String(id),
        type: 'source.created',
        data: {
          id: String(id),
          type: 'source.created',
          at: expect.any(String),
          actor: { id: editor.actor.accountId, name: 'Eli' },
          subjectId,
          data: {},
        },
      },
    ]);
  });

  it('tells what another process wrote, and nothing of another newsroom', async () => {
    const other = await app.beside();
    try {
      const stranger = await app.member(await app.newsroom(), ['admin']);
      const [ours, theirs] = [await listen(), await listen(stranger)];
      const id = await happen(editor, newId(), other);
      await ours.until(({ told }) => told.length > 0);
      const theirId = await happen(stranger);
      await theirs.until(({ told }) => told.length > 0);
      expect([ids(ours), ids(theirs)]).toEqual([[String(id)], [String(theirId)]]);
    } finally {
      await other.stop();
    }
  });

  it('goes on after what was seen last, however much that is', async () => {
    const first = await happen();
    await app.database.acrossNewsrooms((tx) =>
      tx.event.createMany({
        data: Array.from({ length: 1_000 }, () => ({
          newsroomId,
          actorId: editor.actor.accountId,
          at: new Date(),
          type: 'source.edited',
          data: {},
        })),
      }),
    );
    const reader = await listen(editor, String(first));
    await reader.until(({ told }) => told.length === 1_000, 15_000);
    expect(new Set(ids(reader)).size).toBe(1_000);
    expect(ids(reader)).not.toContain(String(first));
  });

  it('begins now after an event that is not of this newsroom, or none at all', async () => {
    const stranger = await app.member(await app.newsroom(), ['editor']);
    const theirs = await happen(stranger);
    await happen();
    for (const seen of [String(theirs), '999999999999999', 'nonsense', '-1', '']) {
      const reader = await listen(editor, seen);
      const id = await happen();
      await reader.until(({ told }) => told.length > 0);
      expect(ids(reader)).toEqual([String(id)]);
    }
  });

  const insertEvent = `INSERT INTO "Event" ("newsroomId", "actorId", "at", "type", "data")
    VALUES ($1, $2, now(), 'source.edited', '{}') RETURNING "id"`;
  const connect = async (databaseUrl = app.databaseUrl) => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    return client;
  };

  it('misses nothing that a slow transaction writes under a lower id than a quick one', async () => {
    const reader = await listen();
    const slow = await connect();
    try {
      await slow.query('BEGIN');
      const { rows } = await slow.query<{ id: string }>(insertEvent, [newsroomId, editor.actor.accountId]);
      const quick = await happen();
      expect(Number(rows[0]!.id)).toBeLessThan(Number(quick));
      await reader.until(({ told }) => told.length === 1);
      expect(ids(reader)).toEqual([String(quick)]);
      await slow.query('COMMIT');
      // Its writer dies here without waking anybody: the log is looked at all the same.
      await reader.until(({ told }) => told.length === 2, 20_000);
      expect(ids(reader)).toEqual([String(quick), rows[0]!.id]);
      const again = await listen(editor, String(quick));
      await again.until(({ told }) => told.length === 1);
      expect(ids(again)).toEqual([rows[0]!.id]);
    } finally {
      await slow.end();
    }
  });

  it('waits for no transaction of others, in this database or another one of the cluster', async () => {
    const elsewhere = Object.assign(new URL(app.databaseUrl), { pathname: '/postgres' }).href;
    const open = await Promise.all([connect(), connect(elsewhere)]);
    try {
      for (const client of open) {
        await client.query('BEGIN');
        await client.query('SELECT pg_current_xact_id()');
      }
      const reader = await listen();
      const id = await happen();
      // They are not over before the event is told, however slow the machine.
      await reader.until(({ told }) => told.length === 1, 25_000);
      expect(ids(reader)).toEqual([String(id)]);
    } finally {
      await Promise.all(open.map((client) => client.end()));
    }
  });

  it('goes on after a sequencer that was killed half way, which leaves no trace', async () => {
    const killed = await connect();
    await killed.query('BEGIN');
    const ours = await happen();
    const reader = await listen();
    const { rows } = await killed.query<{ id: string }>(insertEvent, [newsroomId, editor.actor.accountId]);
    await killed.query('SELECT sequence_events($1)', [newsroomId]);
    const later = happen();
    killed.on('error', () => undefined);
    const killer = await connect();
    await killer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE 'SELECT sequence_events($1)'`,
    );
    await killer.end();
    const id = String(await later);
    await reader.until(({ told }) => told.some((each) => each.id === id), 20_000);
    expect(ids(reader)).not.toContain(rows[0]!.id);
    expect(ids(reader)).not.toContain(String(ours));
  });

  // BELEGG_RACE_ROUNDS=20 races for longer.
  it(
    'tells each event once and in one order, while 64 write in two processes',
    async () => {
      const rounds = Number(process.env['BELEGG_RACE_ROUNDS'] ?? 1);
      const other = await app.beside();
      try {
        await other.nest.listen(0, '127.0.0.1');
        const readersOf = [await listen(), await listen(editor, undefined, await other.nest.getUrl())];
        const written: string[] = [];
        for (let round = 0; round < rounds; round += 1) {
          await Promise.all(
            Array.from({ length: 64 }, async (_, i) => {
              for (let n = 0; n < 3; n += 1)
                written.push(String(await happen(editor, newId(), i % 2 === 0 ? app : other)));
            }),
          );
        }
        for (const reader of readersOf) {
          await reader.until(({ told }) => told.length >= written.length, 60_000);
          expect(ids(reader).toSorted()).toEqual(written.toSorted());
        }
        expect(ids(readersOf[0]!)).toEqual(ids(readersOf[1]!));
        const half = ids(readersOf[0]!).slice(written.length / 2);
        const resumed = await listen(editor, half[0]);
        await resumed.until(({ told }) => told.length >= half.length - 1);
        expect(ids(resumed)).toEqual(half.slice(1));
        expect(await app.nest.get(EventChain).faults(newsroomId)).toEqual([]);
      } finally {
        await other.stop();
      }
    },
    120_000 * Number(process.env['BELEGG_RACE_ROUNDS'] ?? 1),
  );

  it('is a chain in which a changed, a missing and an exchanged row are found', async () => {
    for (let i = 0; i < 6; i += 1) await happen();
    const chain = app.nest.get(EventChain);
    expect(await chain.faults(newsroomId)).toEqual([]);
    const rows = sql`"EventPosition" WHERE "newsroomId" = ${newsroomId}::uuid AND "position"`;
    for (const [attack, places] of [
      [sql`UPDATE "Event" SET "data" = '{"forged": true}' WHERE "id" = (SELECT "eventId" FROM ${rows} = 3)`, [3]],
      [sql`UPDATE "Event" SET "at" = "at" - interval '1 second' WHERE "id" = (SELECT "eventId" FROM ${rows} = 3)`, [3]],
      [sql`DELETE FROM ${rows} = 3`, [0]],
      [sql`DELETE FROM ${rows} = 6`, [0]],
      [
        sql`WITH gone AS (DELETE FROM ${rows} = 3 RETURNING "eventId"), one AS (INSERT INTO "EventPending" SELECT ${newsroomId}::uuid, "eventId" FROM gone) SELECT 1`,
        [4],
      ],
      [
        sql`WITH gone AS (DELETE FROM ${rows} = 6 RETURNING "eventId"), one AS (INSERT INTO "EventPending" SELECT ${newsroomId}::uuid, "eventId" FROM gone) SELECT 1`,
        [6],
      ],
      [
        sql`UPDATE "EventPosition" SET "position" = CASE "position" WHEN 2 THEN -3 ELSE -2 END
          WHERE "newsroomId" = ${newsroomId}::uuid AND "position" IN (2, 3)`,
        [2],
      ],
    ] as const) {
      const found = await app.database
        .acrossNewsrooms(async (tx) => {
          await execute(tx, attack);
          await execute(tx, sql`UPDATE "EventPosition" SET "position" = -"position" WHERE "position" < 0`);
          throw Object.assign(new Error('undo'), { faults: await chain.faultsIn(tx, newsroomId) });
        })
        .catch((error: Error & { faults?: { position: number }[] }) => {
          if (!error.faults) throw error;
          return error.faults;
        });
      expect(found[0]?.position).toBe(places[0]);
    }
  });

  it('ends with the session', async () => {
    const admin = await app.member(newsroomId, ['admin']);
    const reader = await listen();
    await admin.call('PATCH', `/api/members/${editor.actor.accountId}`, { disabled: true });
    await reader.until(({ isOver }) => isOver);
    await happen(admin);
    expect(reader.told.filter(({ type }) => type === 'source.created')).toEqual([]);
  });

  it('is no sign of life, so that a session that only looks grows old', async () => {
    const seen = () =>
      app.database.lookUp((tx) => tx.session.findUniqueOrThrow({ where: { id: editor.actor.sessionId } }));
    const reader = await listen();
    app.advance(11 * 3_600_000);
    await happen();
    await reader.until(({ told }) => told.length === 1);
    app.advance(2 * 3_600_000);
    expect((await seen()).lastSeenAt.getTime()).toBeLessThan(Date.now() + 3_600_000);
    await happen();
    await reader.until(({ isOver }) => isOver);
  });

  it('outlives a loss of the connection to the database', async () => {
    const reader = await listen();
    const client = new pg.Client(app.databaseUrl);
    await client.connect();
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await client.end();
    await delay(100);
    const written: string[] = [];
    while (written.length < 3) {
      await happen().then(
        (id) => written.push(String(id)),
        () => undefined,
      );
    }
    await reader.until(({ told }) => told.length === 3, 10_000);
    expect(ids(reader)).toEqual(written);
    expect(reader.isOver).toBe(false);
  });

  it('is given up when its reader leaves', async () => {
    const streams = app.nest.get(EventStreams);
    await Promise.all(
      readers.map((reader) => {
        reader.close();
        return reader.until(({ isOver }) => isOver);
      }),
    );
    const before = streams.count;
    const reader = await listen();
    expect(streams.count).toBe(before + 1);
    reader.close();
    for (let i = 0; i < 100 && streams.count > before; i += 1) await delay(20);
    expect(streams.count).toBe(before);
  });

  it('is for members alone', async () => {
    expect((await app.nobody.call('GET', '/api/events')).status).toBe(401);
  });

  it('does not keep the server from stopping', async () => {
    const other = await app.beside();
    await other.nest.listen(0, '127.0.0.1');
    const open = [
      await listen(editor, undefined, await other.nest.getUrl()),
      await listen(editor, undefined, await other.nest.getUrl()),
    ];
    await other.stop();
    await Promise.all(open.map((reader) => reader.until(({ isOver }) => isOver)));
  });
});
