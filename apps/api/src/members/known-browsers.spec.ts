import { newId } from '../platform/ids';
import { TestApp, type Answer } from '../test/test-app';
import { hashPassword } from './passwords';
import { signInLimit } from './sign-in-limit';

const password = 'grevling under trappen';
const day = 86_400_000;

describe('known browsers', () => {
  let app: TestApp;
  let newsroomId: string;
  let passwordHash: string;
  beforeAll(async () => {
    app = await TestApp.start();
    newsroomId = await app.newsroom('Avisa');
    passwordHash = hashPassword(password);
  });
  afterAll(() => app.stop());

  async function person() {
    const id = newId();
    const email = `${id}@avisa.test`;
    await app.database.acrossNewsrooms(async (tx) => {
      await tx.account.create({ data: { id, email, name: 'Kari', passwordHash } });
      await tx.membership.create({ data: { newsroomId, accountId: id, roles: ['editor'] } });
    });
    return { id, email };
  }
  /** Machines in networks of their own. */
  let machines = 0;
  const elsewhere = (): string => `10.1.${machines++}.1`;
  const signIn = (email: string, given = password, cookie = '', at = elsewhere()) =>
    app.nobodyAt(at).call('POST', '/api/session', { email, password: given }, cookie === '' ? {} : { cookie });
  const cookie = ({ headers }: Answer, name: string): string =>
    [headers['set-cookie']]
      .flat()
      .find((one) => one?.startsWith(`belegg_${name}=`))
      ?.split(';')[0] ?? '';
  /** What a browser keeps in which somebody signed in, and then out. */
  const browserOf = async (email: string): Promise<string> => cookie(await signIn(email), 'browser');
  const close = async (email: string): Promise<void> => {
    for (let i = 0; i < signInLimit.failures; i += 1) await signIn(email, `wrong ${i}`);
  };

  it('are let through to the password check whatever strangers tried', async () => {
    const { email } = await person();
    const browser = await browserOf(email);
    await close(email);
    expect((await signIn(email)).status).toBe(429);
    expect((await signIn(email, 'wrong', browser)).status).toBe(401);
    expect((await signIn(email, password, browser)).status).toBe(201);
  });

  it('are let through from a network that is closed to others', async () => {
    const { email } = await person();
    const browser = await browserOf(email);
    const [inside, neighbour] = ['203.0.113.9', '203.0.113.200'];
    for (let i = 0; i < signInLimit.ofNetwork; i += 1) await signIn(`${newId()}@avisa.test`, 'wrong', '', inside);
    expect((await signIn(email, password, '', neighbour)).status).toBe(429);
    expect((await signIn(email, password, browser, neighbour)).status).toBe(201);
    expect((await signIn(email)).status).toBe(201);
  });

  it('have a limit of their own, which closes to nobody else', async () => {
    const { email } = await person();
    const browser = await browserOf(email);
    for (let i = 0; i < signInLimit.failures; i += 1)
      expect((await signIn(email, `wrong ${i}`, browser)).status).toBe(401);
    const refused = await signIn(email, password, browser);
    expect(refused.status).toBe(429);
    expect((await signIn(email)).status).toBe(201);
  });

  it('are known for the accounts that signed in with them alone', async () => {
    const [mine, other] = [await person(), await person()];
    const browser = await browserOf(mine.email);
    await close(other.email);
    expect((await signIn(other.email, password, browser)).status).toBe(429);
  });

  it('may be shared, and a secret that we did not give is replaced', async () => {
    const [first, second] = [await person(), await person()];
    const browser = await browserOf(first.email);
    expect(cookie(await signIn(second.email, password, browser), 'browser')).toBe(browser);
    await Promise.all([close(first.email), close(second.email)]);
    for (const { email } of [first, second]) expect((await signIn(email, password, browser)).status).toBe(201);
    const planted = `belegg_browser=${'x'.repeat(43)}`;
    expect(cookie(await signIn((await person()).email, password, planted), 'browser')).not.toBe(planted);
  });

  it('are forgotten with a new password, and after half a year', async () => {
    const { email } = await person();
    const browser = await browserOf(email);
    const session = cookie(await signIn(email), 'session');
    const next = 'fire sikre blåmeiser';
    const changed = await app.nobody.call(
      'POST',
      '/api/session/password',
      { current: password, next },
      { cookie: session },
    );
    expect(changed.status).toBe(200);
    await close(email);
    expect((await signIn(email, next, browser)).status).toBe(429);
    expect((await signIn(email, next, cookie(changed, 'browser'))).status).toBe(201);
    app.advance(181 * day);
    await close(email);
    expect((await signIn(email, next, cookie(changed, 'browser'))).status).toBe(429);
  });

  it('are kept as hashes, and no more than twenty of an account', async () => {
    const { id, email } = await person();
    const secret = (await browserOf(email)).split('=')[1] ?? '';
    for (let i = 0; i < 21; i += 1) await signIn(email);
    const rows = await app.database.lookUp(
      (tx) =>
        tx.$queryRaw<{ found: boolean; count: number }[]>`
          SELECT bool_or("KnownBrowser"::text LIKE ${`%${secret}%`}) AS found, count(*)::int AS count
          FROM "KnownBrowser" WHERE "accountId" = ${id}::uuid`,
    );
    expect(rows).toEqual([{ found: false, count: 20 }]);
  });

  it('are told when to come again', async () => {
    const { email } = await person();
    await close(email);
    app.advance(5 * 60_000);
    const { status, headers, body } = await signIn(email);
    expect(status).toBe(429);
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(10 * 60);
    expect(body['detail']).toBe(`There were too many failed sign-ins. Try again in ${Math.ceil(seconds / 60)} min.`);
    expect(body['retryAfter']).toBeUndefined();
    app.advance(seconds * 1000);
    expect((await signIn(email)).status).toBe(201);
  });
});
