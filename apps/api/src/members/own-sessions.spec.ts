import type { BrowserSession } from '@belegg/contract';
import { newId } from '../platform/ids';
import { browserLimits } from '../platform/sessions/session-store';
import { TestApp, type Answer, type Caller } from '../test/test-app';
import { hashPassword } from './passwords';

const password = 'grevling under trappen';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe("one's own sessions", () => {
  let app: TestApp;
  let newsrooms: readonly [string, string];
  let passwordHash: string;
  beforeAll(async () => {
    app = await TestApp.start();
    newsrooms = [await app.newsroom('Avisa'), await app.newsroom('Bladet')];
    passwordHash = hashPassword(password);
  });
  afterAll(() => app.stop());

  async function person(): Promise<{ id: string; email: string }> {
    const id = newId();
    const email = `${id}@avisa.test`;
    await app.database.acrossNewsrooms(async (tx) => {
      await tx.account.create({ data: { id, email, name: 'Kari', passwordHash } });
      for (const newsroomId of newsrooms)
        await tx.membership.create({ data: { newsroomId, accountId: id, roles: ['editor'] } });
    });
    return { id, email };
  }
  const signIn = async (email: string, userAgent = ''): Promise<string> => {
    const { headers }: Answer = await app.nobody.call(
      'POST',
      '/api/session',
      { email, password },
      { 'user-agent': userAgent },
    );
    return [headers['set-cookie']].flat()[0]?.split(';')[0] ?? '';
  };
  const list = async (cookie: string): Promise<BrowserSession[]> =>
    (await app.nobody.call<{ items: BrowserSession[] }>('GET', '/api/sessions', undefined, { cookie })).body.items;
  const end = (cookie: string, id = '') => app.nobody.call('DELETE', `/api/sessions/${id}`, undefined, { cookie });
  const status = async (cookie: string): Promise<number> =>
    (await app.nobody.call('GET', '/api/session', undefined, { cookie })).status;

  it('are listed over all newsrooms, with the browser, and no token', async () => {
    const { email } = await person();
    const [mine, other] = [await signIn(email, firefox), await signIn(email)];
    await app.nobody.call('POST', '/api/session/newsroom', { newsroomId: newsrooms[1] }, { cookie: other });
    await app.nobody.call('POST', '/api/tokens', { name: 'skript' }, { cookie: mine });
    await signIn((await person()).email);
    expect(await list(mine)).toEqual([
      expect.objectContaining({ browser: '', isThisOne: false }),
      expect.objectContaining({ browser: 'Firefox, Linux', isThisOne: true }),
    ]);
  });

  it('end when their owner says so, in another newsroom too, and the security log tells', async () => {
    const { id, email } = await person();
    const [mine, other] = [await signIn(email), await signIn(email)];
    await app.nobody.call('POST', '/api/session/newsroom', { newsroomId: newsrooms[1] }, { cookie: other });
    const ended = (await list(mine)).find(({ isThisOne }) => !isThisOne);
    expect((await end(mine, ended?.id)).status).toBe(204);
    expect([await status(mine), await status(other)]).toEqual([200, 401]);
    expect((await end(mine, ended?.id)).status).toBe(404);
    const log = await app.database.lookUp((tx) =>
      tx.securityLog.findMany({ where: { accountId: id, type: { not: 'not-found' } }, orderBy: { id: 'asc' } }),
    );
    expect(log.map(({ type }) => type)).toEqual(['signed-in', 'signed-in', 'session-ended']);
    expect(log[2]?.data).toMatchObject({ session: ended?.id, ip: '127.0.0.1' });
  });

  it('are nobody else’s to see or end, nor a token’s', async () => {
    const [me, you] = [await person(), await person()];
    const [mine, yours] = [await signIn(me.email), await signIn(you.email)];
    const [session] = await list(yours);
    expect((await end(mine, session?.id)).status).toBe(404);
    const token = await app.nobody.call<{ secret: string; id: string }>(
      'POST',
      '/api/tokens',
      { name: 'skript' },
      { cookie: yours },
    );
    const program: Caller = app.caller(token.body.secret, app.nobody.actor);
    expect((await program.call('GET', '/api/sessions')).status).toBe(403);
    expect((await program.call('DELETE', `/api/sessions/${session?.id}`)).status).toBe(403);
    expect((await end(yours, token.body.id)).status).toBe(404);
    expect(await status(yours)).toBe(200);
  });

  it('are listed only while they last', async () => {
    const { email } = await person();
    const old = await signIn(email);
    app.advance(browserLimits.idle + 60_000);
    expect(await status(old)).toBe(401);
    expect(await list(await signIn(email))).toHaveLength(1);
  });

  it('are noted when they begin, with what began them', async () => {
    const { id, email } = await person();
    await signIn(email, firefox);
    const [row] = await app.database.lookUp((tx) => tx.securityLog.findMany({ where: { accountId: id } }));
    expect(row).toMatchObject({
      type: 'signed-in',
      newsroomId: newsrooms[0],
      data: { method: 'POST', path: '/api/session', ip: '127.0.0.1', browser: 'new', name: 'Firefox, Linux' },
    });
  });
});
