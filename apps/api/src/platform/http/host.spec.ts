import { TestApp } from '../../test/test-app';
import { answersTo } from './host';

const local = { host: '127.0.0.1' };
const named = { host: '0.0.0.0', publicUrl: 'https://belegg.example.org' };

describe('the hosts that the server answers to', () => {
  it.each([
    ['localhost:3000', local, true],
    ['127.0.0.1:3000', local, true],
    ['[::1]:3000', local, true],
    ['10.0.0.7', named, true],
    ['belegg.example.org', named, true],
    ['BELEGG.example.org.:443', named, true],
    ['attacker.test', local, false],
    ['attacker.test:3000', named, false],
    ['belegg.example.org.attacker.test', named, false],
    ['localhost.attacker.test', local, false],
    ['127.0.0.1.attacker.test', local, false],
    ['', local, false],
  ])('%s: %#', (host, config, expected) => {
    expect(answersTo(host, config)).toBe(expected);
  });
});

describe('a server with a public address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({
      PUBLIC_URL: 'https://belegg.example.org/',
      BEHIND_TLS: 'true',
      TRUSTED_PROXIES: '10.1.0.0/16',
    });
  });
  afterAll(() => app.stop());

  it.each(['GET', 'POST'] as const)(
    'refuses %s to a name that was made to lead here (DNS rebinding)',
    async (method) => {
      const body = method === 'POST' ? { email: 'a', password: 'b' } : undefined;
      const headers = { host: 'attacker.test', origin: 'http://attacker.test', 'sec-fetch-site': 'same-origin' };
      expect(await app.nobody.call(method, '/api/session', body, headers)).toMatchObject({
        status: 421,
        body: { code: 'misdirected' },
      });
    },
  );

  it('says how it is to whoever watches it, by whatever name', async () => {
    expect((await app.nobody.call('GET', '/health', undefined, { host: 'belegg-7d4f.pods.test' })).status).toBe(200);
  });

  /** The address of the caller and the host of the call, as the server understands them. */
  const understood = async (remoteAddress: string) => {
    await app.nest.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress,
      headers: { host: 'belegg.example.org', 'x-forwarded-for': '203.0.113.9' },
      payload: { email: 'nobody@example.test', password: 'wrong password' },
    });
    const [row] = await app.database.lookUp((tx) => tx.securityLog.findMany({ orderBy: { id: 'desc' }, take: 1 }));
    return (row?.data as { ip: string }).ip;
  };

  it('believes whom a trusted proxy says it speaks for, and nobody else', async () => {
    expect(await understood('10.1.2.3')).toBe('203.0.113.9');
    expect(await understood('198.51.100.1')).toBe('198.51.100.1');
  });

  it('knows a session by the cookie alone that no neighbouring host can set', async () => {
    const { secret } = await app.member(await app.newsroom(), ['editor']);
    const statusWith = async (cookie: string) =>
      (await app.nobody.call('GET', '/api/session', undefined, { host: 'belegg.example.org', cookie })).status;
    expect(await statusWith(`__Host-belegg_session=${secret}`)).toBe(200);
    expect(await statusWith(`belegg_session=${secret}`)).toBe(401);
  });
});

it('without TLS the other cookie counts, and the other one not', async () => {
  const app = await TestApp.start();
  const { secret } = await app.member(await app.newsroom(), ['editor']);
  const statusWith = async (cookie: string) =>
    (await app.nobody.call('GET', '/api/session', undefined, { cookie })).status;
  expect([await statusWith(`belegg_session=${secret}`), await statusWith(`__Host-belegg_session=${secret}`)]).toEqual([
    200, 401,
  ]);
  await app.stop();
});
