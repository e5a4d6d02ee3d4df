import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { JobView } from '@belegg/contract';
import { hashPassword } from './members/passwords';
import { JobQueue } from './platform/jobs';
import { TestApp, type Caller } from './test/test-app';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Beside the sources, so that the packages are found. */
const built = join(root, 'tmp', `api-${process.pid}`);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await isSo()); await delay(5))
    if (Date.now() > end) throw new Error('waited in vain');
}

describe('the process', () => {
  let app: TestApp;
  let editor: Caller;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    await promisify(execFile)(
      process.execPath,
      ['node_modules/rolldown/bin/cli.mjs', '-c', 'apps/api/rolldown.config.mjs', '-d', built],
      { cwd: root },
    );
    app = await TestApp.start();
    editor = await app.member(await app.newsroom(), ['editor']);
  }, 120_000);
  afterAll(async () => {
    children.forEach((child) => child.kill('SIGKILL'));
    await app.stop();
    await rm(built, { recursive: true, force: true });
  });

  /** Starts the built server on a free port; `output` grows by what it writes. */
  async function start(): Promise<{ url: string; child: ChildProcess; output: { stdout: string; stderr: string } }> {
    const child = fork(join(built, 'main.js'), {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: app.databaseUrl,
        PORT: '0',
        DATA_DIR: join(built, 'data'),
        WEB_ROOT: '/nonexistent',
        LOG_LEVEL: 'debug',
      },
      execArgv: [],
      silent: true,
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    children.push(child);
    const [{ listening }] = (await once(child, 'message')) as [{ listening: string }];
    return { url: listening, child, output };
  }

  const addSource = (url: string, name: string) =>
    fetch(`${url}/api/sources`, {
      method: 'POST',
      headers: { authorization: `Bearer ${editor.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'newspaper', name }),
    });

  it('finishes what is under way when it is told to stop, takes nothing new, and ends', async () => {
    const { url, child } = await start();
    const exit = once(child, 'exit');
    const stream = await fetch(`${url}/api/events`, { headers: { authorization: `Bearer ${editor.secret}` } });
    const holder = new pg.Client(app.databaseUrl);
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE "Source" IN SHARE ROW EXCLUSIVE MODE');
    const underWay = Promise.all([addSource(url, 'one'), addSource(url, 'two'), addSource(url, 'three')]);
    const areWaiting = async () => {
      const [row] = await app.database.lookUp(
        (tx) => tx.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS "count" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return row?.count === 3;
    };
    await until(areWaiting);
    const silent = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
    await once(silent, 'connect');
    child.kill('SIGTERM');
    await stream.text();
    // One that was opened in advance and asks nothing ends before what is under way.
    if (!silent.closed) await once(silent, 'close');
    await until(() =>
      fetch(`${url}/health`).then(
        () => false,
        () => true,
      ),
    );
    await holder.query('COMMIT');
    await holder.end();
    expect((await underWay).map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await exit).toEqual([null, 'SIGTERM']);
  });

  it('goes on in the other of two when one is killed, with all that was acknowledged and live', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const auth = { authorization: `Bearer ${editor.secret}` };
    const { newsroomId } = editor.actor;

    // What is written at one is told at the other.
    const stop = new AbortController();
    const stream = await fetch(`${other.url}/api/events`, { headers: auth, signal: stop.signal });
    let told = '';
    const telling = (async () => {
      for await (const piece of stream.body ?? []) told += Buffer.from(piece as Uint8Array).toString();
    })().catch(() => undefined);
    const { id: before } = (await (await addSource(one.url, 'before')).json()) as { id: string };
    await until(() => told.includes(before));

    // Callers as a proxy has them: what fails at one is not sent again, the next call goes to the other.
    let lost = 0;
    let alive = [one.url, other.url];
    const acknowledged: string[] = [];
    const callers = Array.from({ length: 4 }, async (_, caller) => {
      for (let round = 0; round < 50; round += 1) {
        const url = alive[(caller + round) % alive.length] ?? other.url;
        const answer = await addSource(url, `node ${caller} ${round}`).catch(() => undefined);
        if (answer?.status === 201) acknowledged.push(((await answer.json()) as { id: string }).id);
        else {
          lost += 1;
          alive = [other.url];
        }
        if (acknowledged.length === 60) one.child.kill('SIGKILL');
      }
    });
    await Promise.all(callers);
    // At most what each caller had under way.
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThanOrEqual(callers.length);
    expect(acknowledged).toHaveLength(200 - lost);
    const kept = await app.database.inNewsroom(newsroomId, (tx) =>
      tx.source.findMany({ where: { newsroomId, id: { in: acknowledged } }, select: { id: true } }),
    );
    expect(kept).toHaveLength(acknowledged.length);
    const last = acknowledged.at(-1) ?? '';
    await until(() => told.includes(last) && acknowledged.every((id) => told.includes(id)));
    stop.abort();
    await telling;
  }, 120_000);

  it('keeps every acknowledged write through a kill -9, and none by half', async () => {
    const { url, child } = await start();
    const acknowledged: string[] = [];
    const writes = Array.from({ length: 200 }, async (_, i) => {
      const answer = await addSource(url, `crash ${i}`).catch(() => undefined);
      if (answer?.status === 201) acknowledged.push(`crash ${i}`);
    });
    await until(() => acknowledged.length >= 20);
    child.kill('SIGKILL');
    await Promise.all(writes);
    expect(acknowledged.length).toBeLessThan(200);
    const { url: again } = await start();
    expect((await fetch(`${again}/ready`)).status).toBe(200);
    const { newsroomId } = editor.actor;
    await app.database.inNewsroom(newsroomId, async (tx) => {
      const names = (await tx.source.findMany({ where: { newsroomId, name: { startsWith: 'crash' } } })).map(
        ({ name }) => name,
      );
      const logged = (await tx.event.findMany({ where: { newsroomId, type: 'source.created' } }))
        .map(({ data }) => JSON.stringify(data))
        .filter((data) => data.includes('crash'));
      expect(acknowledged.filter((name) => !names.includes(name))).toEqual([]);
      expect(logged).toHaveLength(names.length);
    });
  });

  it('does a job to its end whose process was killed in the midst of it', async () => {
    children.forEach((child) => child.kill('SIGKILL'));
    const admin = await app.member(editor.actor.newsroomId, ['admin']);
    const job = async (): Promise<Partial<JobView>> => (await admin.call<JobView>('GET', `/api/jobs/${id}`)).body;
    const holder = new pg.Client(app.databaseUrl);
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE "Evidence" IN ACCESS EXCLUSIVE MODE');
    const { child } = await start();
    const { id } = (await admin.call<JobView>('POST', '/api/jobs', { kind: 'check' })).body;
    await until(async () => (await job()).progress?.done === 3);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.query('COMMIT');
    await start();
    expect(await job()).toMatchObject({ state: 'running' });
    // What passes in half a minute without a sign of life.
    const queue = app.nest.get(JobQueue);
    await holder.query(`UPDATE ${await queue.schema()}.job_common SET heartbeat_on = now() - interval '1 hour'`);
    await holder.end();
    await (await queue.open()).supervise('check');
    await until(async () => (await job()).state === 'done');
    expect(await job()).toMatchObject({ retries: 1, result: { faults: [] } });
  });

  it('of two tells each event once and in one order, while 64 write, and to a reader that comes back', async () => {
    const [one, two] = [(await start()).url, (await start()).url];
    const leaving: AbortController[] = [];
    /** Reads a stream into `ids`; resolves once it is open. */
    const listen = async (url: string, ids: string[], lastEventId?: string): Promise<void> => {
      const end = new AbortController();
      leaving.push(end);
      const headers = {
        authorization: `Bearer ${editor.secret}`,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      };
      const { body } = await fetch(`${url}/api/events`, { headers, signal: end.signal });
      const read = async () => {
        let rest = '';
        const decoder = new TextDecoder();
        for await (const chunk of body ?? []) {
          const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
          rest = parts.pop() ?? '';
          for (const part of parts) ids.push(...(/^id: (.*)$/m.exec(part)?.slice(1) ?? []));
        }
      };
      void read().catch(() => undefined);
    };
    const [first, second, returning] = [[], [], []] as [string[], string[], string[]];
    await Promise.all([listen(one, first), listen(two, second), listen(two, returning)]);
    const returner = leaving[2];
    const writing = Promise.all(
      Array.from({ length: 64 }, async (_, i) => {
        for (let n = 0; n < 2; n += 1)
          expect((await addSource(i % 2 ? one : two, `race ${i} of ${n}`)).status).toBe(201);
      }),
    );
    await until(() => returning.length >= 30);
    returner?.abort();
    await listen(one, returning, returning.at(-1));
    await writing;
    await until(() => [first, second, returning].every(({ length }) => length >= 128));
    expect(new Set(first).size).toBe(128);
    expect([second, returning]).toEqual([first, first]);
    for (const end of leaving) end.abort();
  });

  it('writes a line for each request to standard error, and nothing of people, secrets and ids of things', async () => {
    const { url, child, output } = await start();
    const headers = { authorization: `Bearer ${editor.secret}` };
    const known = await fetch(`${url}/api/sources?q=Kari+Nordmann`, {
      headers: { ...headers, 'x-request-id': 'proxy-1:2.3=4' },
    });
    expect(known.headers.get('x-request-id')).toBe('proxy-1:2.3=4');
    const thing = '0199a000-0000-7000-8000-000000000001';
    const missing = await fetch(`${url}/api/sources/${thing}`, {
      headers: { ...headers, 'x-request-id': 'a b"\u00e6' },
    });
    const id = missing.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await missing.json()).toMatchObject({ status: 404, instance: `urn:belegg:request:${id}` });
    await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'kari@example.test', password: 'hemmelig-passord' }),
    });
    await fetch(`${url}/health`);
    const leaving = new AbortController();
    const stream = await fetch(`${url}/api/events`, { headers, signal: leaving.signal });
    await stream.body?.getReader().read();
    leaving.abort();
    await until(() => output.stderr.includes('"/api/events"'));
    child.kill('SIGTERM');
    await once(child, 'close');

    expect(output.stdout).toBe('');
    const lines = output.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['started', 'request', 'stopping', 'stopped']));
    const newsroom = editor.actor.newsroomId;
    expect(lines.filter(({ msg }) => msg === 'request')).toMatchObject([
      { level: 'info', method: 'GET', route: '/api/sources', newsroom, status: 200, reqId: 'proxy-1:2.3=4' },
      { level: 'info', method: 'GET', route: '/api/sources/:id', newsroom, status: 404, reqId: id },
      { level: 'info', method: 'POST', route: '/api/session', status: 401 },
      { level: 'debug', method: 'GET', route: '/health', status: 200 },
      { level: 'info', method: 'GET', route: '/api/events', newsroom, status: 200, aborted: true },
    ]);
    expect(lines.filter(({ msg }) => msg === 'request').every(({ ms }) => typeof ms === 'number')).toBe(true);
    for (const secret of ['Nordmann', 'kari@', 'hemmelig', editor.secret, thing, editor.actor.accountId])
      expect(output.stderr).not.toContain(secret);
  });

  describe('signing in', () => {
    const password = 'grevling under trappen';
    const signIn = async (url: string, email: string, given = password): Promise<Response> => {
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: given }),
      });
      await answer.arrayBuffer();
      return answer;
    };
    const person = async (): Promise<string> => {
      const { accountId } = (await app.member(editor.actor.newsroomId, ['editor'])).actor;
      const passwordHash = hashPassword(password);
      await app.database.acrossNewsrooms((tx) =>
        tx.account.update({ where: { id: accountId }, data: { passwordHash }, select: { id: true } }),
      );
      return `${accountId}@example.test`;
    };

    it('by four hundred at once lets whoever is in read before they have all got in', async () => {
      const { url } = await start();
      const email = await person();
      let pending = 400;
      const all = Array.from({ length: pending }, async () => {
        const { status } = await signIn(url, email);
        pending -= 1;
        return status;
      });
      const headers = { authorization: `Bearer ${editor.secret}` };
      for (let i = 0; i < 20; i += 1) expect((await fetch(`${url}/api/articles`, { headers })).status).toBe(200);
      expect(pending).toBeGreaterThan(200);
      expect(new Set(await Promise.all(all))).toEqual(new Set([201]));
    });

    it('and a new password are worked on in threads of the built program', async () => {
      const { url } = await start();
      const email = await person();
      expect((await signIn(url, email, 'wrong')).status).toBe(401);
      expect((await signIn(url, 'nobody@example.test')).status).toBe(401);
      const cookie = (await signIn(url, email)).headers.getSetCookie().map((one) => one.split(';')[0]);
      const change = async (next: string) =>
        fetch(`${url}/api/session/password`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-language': 'en', cookie: cookie.join('; ') },
          body: JSON.stringify({ current: password, next }),
        });
      const refused = await change('Passordet2026');
      expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer: '/next' }] }]);
      expect((await change('fire sikre blåmeiser')).status).toBe(200);
      expect((await signIn(url, email)).status).toBe(401);
      expect((await signIn(url, email, 'fire sikre blåmeiser')).status).toBe(201);
    });
  });

  it('says in one line what is wrong with a setting, and ends with 1', async () => {
    const run = promisify(execFile)(process.execPath, [join(built, 'main.js')], {
      env: { PORT: '99999', DATABASE_URL: 'mysql://x' },
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Belegg cannot start: PORT: .*; DATABASE_URL: .*\n$/),
    });
  });
});
