import { JobWorker } from '../platform/jobs';
import { TestMailServer } from '../test/test-mail-server';
import { TestApp, type Caller } from '../test/test-app';
import { hashPassword } from './passwords';
import { linkLimit } from './sign-in-limit';

describe('a forgotten password', () => {
  const [old, next] = ['grevling under trappen', 'fire sikre blåmeiser'];
  let app: TestApp;
  let mails: TestMailServer;
  let newsroomId: string;
  beforeAll(async () => {
    mails = await TestMailServer.start();
    app = await TestApp.start(mails.settings);
    newsroomId = await app.newsroom();
  });
  afterAll(async () => {
    await app.stop();
    await mails.stop();
  });

  const person = async (): Promise<Caller & { email: string }> => {
    const member = await app.member(newsroomId, ['editor']);
    const { accountId: id } = member.actor;
    await app.database.acrossNewsrooms((tx) =>
      tx.account.update({ where: { id }, data: { passwordHash: hashPassword(old) }, select: { id: true } }),
    );
    return { ...member, email: `${id}@example.test` };
  };
  const ask = (email: string, from = app.nobody) => from.call('POST', '/api/session/forgotten', { email });
  const redeem = (secret: string, password = next, from = app.nobody) =>
    from.call('POST', '/api/session/forgotten/password', { secret, next: password });
  const signIn = (email: string, password: string, headers = {}) =>
    app.nobody.call('POST', '/api/session', { email, password }, headers);
  const work = () => app.nest.get(JobWorker).runAll();
  const linkTo = async (email: string): Promise<string> => {
    expect((await ask(email)).status).toBe(204);
    await work();
    return /http:\/\/localhost\/new-password#([\w-]{43})/.exec(mails.to(email).at(-1)?.content ?? '')?.[1] ?? '';
  };

  it('is replaced by a link that came by mail, once, and everything else ends', async () => {
    const { email, call } = await person();
    const secret = await linkTo(email);
    expect(mails.to(email).at(-1)?.subject).toBe('A new password for Belegg');
    expect((await redeem(secret, 'passord123')).body).toMatchObject({ code: 'invalid' });
    expect((await call('GET', '/api/session')).status).toBe(200);
    expect((await redeem(secret)).status).toBe(204);
    expect((await call('GET', '/api/session')).status).toBe(401);
    expect((await signIn(email, old)).status).toBe(401);
    expect((await signIn(email, next)).status).toBe(201);
    expect((await redeem(secret)).body).toMatchObject({ status: 410, code: 'link-void' });
    const [noted] = await app.database.acrossNewsrooms((tx) =>
      tx.securityLog.findMany({ where: { type: 'password-reset', newsroomId } }),
    );
    expect(noted).toMatchObject({ newsroomId });
  });

  it('is not replaced by a link that ran out, or that came before another one', async () => {
    const { email } = await person();
    const first = await linkTo(email);
    const second = await linkTo(email);
    expect(first).not.toBe(second);
    expect((await redeem(first)).status).toBe(410);
    app.advance(31 * 60_000);
    expect((await redeem(second)).status).toBe(410);
    app.advance(0);
    expect((await signIn(email, old)).status).toBe(201);
  });

  it('of one link is set once by ten who come at the same time', async () => {
    const { email } = await person();
    const secret = await linkTo(email);
    const all = await Promise.all(Array.from({ length: 10 }, (_, i) => redeem(secret, `${next} ${i}`)));
    expect(all.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 410)).toHaveLength(9);
  });

  it('tells a stranger nothing of who is there, and cannot be asked for without end', async () => {
    const { email } = await person();
    const [known, unknown] = [await ask(email), await ask('nobody@example.test')];
    for (const answer of [known, unknown])
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 204, text: '' });
    await work();
    expect(mails.to('nobody@example.test')).toEqual([]);
    for (const address of [email, 'nobody@example.test']) {
      const before = mails.to(address).length;
      for (let i = 1; i < linkLimit.ofName; i++) expect((await ask(address)).status).toBe(204);
      const refused = await ask(address);
      expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      await work();
      expect(mails.to(address).length - before).toBe(address === email ? linkLimit.ofName - 1 : 0);
    }
    // Whoever asks in another's name keeps nobody from signing in.
    expect((await signIn(email, old)).status).toBe(201);
    const guesser = app.nobodyAt('198.51.100.7');
    for (let i = 0; i < linkLimit.ofNetwork; i++)
      expect((await redeem(String(i).padStart(43, '0'), next, guesser)).status).toBe(410);
    expect((await redeem('x'.repeat(43), next, guesser)).status).toBe(429);
  });

  it('keeps no secret where jobs, rows or logs are', async () => {
    const { email } = await person();
    const secret = await linkTo(email);
    expect(secret).toHaveLength(43);
    const rows = await app.database.acrossNewsrooms(
      (tx) => tx.$queryRaw<object[]>`SELECT "data"::text, "output"::text FROM belegg_jobs.job_common
        UNION ALL SELECT "data"::text, '' FROM "SecurityLog" UNION ALL SELECT "data"::text, '' FROM "Event"`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('is told of, as is a sign-in from a browser that was not seen before', async () => {
    const { email } = await person();
    const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' };
    const first = await signIn(email, old, firefox);
    await work();
    expect(mails.to(email)).toEqual([]);
    const cookies = (first.headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]).join('; ');
    await signIn(email, old, { ...firefox, cookie: cookies });
    await work();
    expect(mails.to(email)).toEqual([]);
    await signIn(email, old, firefox);
    await work();
    expect(mails.to(email)).toHaveLength(1);
    expect(mails.to(email)[0]?.content).toContain('ny nettleser (Firefox, Windows)');
  });

  it('has no link where the server sends no mail, and says so', async () => {
    const silent = await app.beside();
    expect((await silent.nobody.call('POST', '/api/session/forgotten', { email: 'a@b.test' })).body).toMatchObject({
      code: 'no-mail',
      detail: 'This server sends no mail. Ask an administrator for a one-time password.',
    });
    await silent.stop();
  });
});
