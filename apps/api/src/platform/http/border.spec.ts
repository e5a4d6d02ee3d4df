import { connect } from 'node:net';
import { TestApp, type Answer } from '../../test/test-app';
import { patience } from './patience';

const json = { 'content-type': 'application/json' };
const mebibyte = 1024 * 1024;

/** The headers that have to be on every answer. */
function expectGuarded({ headers }: Pick<Answer, 'headers'>): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
}

describe('the border of the server', () => {
  let app: TestApp;
  let port: number;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.nest.listen(0, '127.0.0.1');
    port = Number(new URL(await app.nest.getUrl()).port);
  });
  afterAll(() => app.stop());

  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: string,
    headers: Record<string, string> = {},
  ) => app.nobody.call(method, path, payload, headers);

  const speak = (...chunks: string[]) =>
    new Promise<string>((resolve, reject) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => chunks.forEach((chunk) => socket.write(chunk)));
      socket.on('data', (data) => {
        said += String(data);
      });
      socket.on('close', () => resolve(said));
      socket.on('error', reject);
    });
  const headersOf = (said: string) => ({
    headers: Object.fromEntries(
      (said.split('\r\n\r\n')[0] ?? '')
        .split('\r\n')
        .slice(1)
        .map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 2)]),
    ),
  });

  it.each([
    ['broken JSON', '{bad', json, 400, 'bad-request'],
    ['an empty body that says it is JSON', '', json, 400, 'bad-request'],
    ['a key __proto__', '{"__proto__": {"isAdmin": true}}', json, 400, 'bad-request'],
    ['a key __proto__ deep inside', '{"email": "a", "password": [{"x": {"__proto__": {}}}]}', json, 400, 'bad-request'],
    ['a prototype by way of the constructor', '{"constructor": {"prototype": {}}}', json, 400, 'bad-request'],
    ['a body of over 4 KiB', `"${'a'.repeat(4096)}"`, json, 413, 'too-large'],
    ['a million open brackets', '['.repeat(mebibyte), json, 413, 'too-large'],
    ['four thousand open brackets', '['.repeat(4000), json, 422, 'invalid'],
    ['JSON that is two thousand deep', `${'['.repeat(2000)}${']'.repeat(2000)}`, json, 422, 'invalid'],
    ['plain text', '{"email": "a", "password": "b"}', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    [
      'a form',
      'email=a&password=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    [
      'a multipart form where JSON is asked',
      '--x--',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'unsupported-media-type',
    ],
    ['an unknown type', '<a/>', { 'content-type': 'application/xml' }, 415, 'unsupported-media-type'],
    ['fields that nobody knows', '{"email": "a", "password": "b", "role": "admin"}', json, 422, 'invalid'],
    ['no body', undefined, {}, 422, 'invalid'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const answer = await send('POST', '/api/session', body, headers);
    expect(answer).toMatchObject({ status, body: { status, code, type: `urn:belegg:problem:${code}` } });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expectGuarded(answer);
  });

  it.each([
    ['an unknown path of the interface', 'GET', '/api/nothing'],
    ['a known path with another method', 'PUT', '/api/session'],
    ['a path that is no UTF-8', 'GET', '/api/articles/%E0%A4%A'],
    ['an endless id', 'GET', `/api/articles/${'a'.repeat(5000)}`],
    ['a way up', 'GET', '/api/../../etc/passwd'],
    ['a null byte', 'GET', '/api/articles/%00'],
  ] as const)('knows nothing of %s', async (_, method, path) => {
    const answer = await send(method, path);
    expect([401, 404]).toContain(answer.status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expectGuarded(answer);
  });

  it('answers HEAD as GET without a body, and lets no other site ask by OPTIONS', async () => {
    const inject = async (method: 'HEAD' | 'OPTIONS', url: string) =>
      app.nest.inject({
        method,
        url,
        headers: { origin: 'https://other.test', 'access-control-request-method': 'POST' },
      });
    expect(await inject('HEAD', '/health')).toMatchObject({ statusCode: 200, body: '' });
    expect(await inject('HEAD', '/api/session')).toMatchObject({ statusCode: 401, body: '' });
    const preflight = await inject('OPTIONS', '/api/session');
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('guards good answers too, and keeps private ones out of caches', async () => {
    const answer = await (await app.member(await app.newsroom(), ['editor'])).call('GET', '/api/session');
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expectGuarded(answer);
  });

  describe('on the wire', () => {
    /** What the server says to these bytes until it closes. */
    it('answers what is not HTTP with a problem', async () => {
      const said = await speak('NONSENSE\r\n\r\n');
      expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 400, code: 'bad-request' });
      expectGuarded(headersOf(said));
    });

    it('refuses a body of 200 MB by what it says of itself, and one that says nothing once it is too much', async () => {
      const before = process.memoryUsage().rss;
      const said = await speak(
        `POST /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${200_000_000}\r\n\r\n`,
      );
      expect(said).toMatch(/^HTTP\/1\.1 413 /);
      const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
        method: 'POST',
        headers: json,
        duplex: 'half',
        body: new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(mebibyte, 32)) }),
      }).then(
        ({ status }) => status,
        () => 'connection closed',
      );
      expect([413, 'connection closed']).toContain(answer);
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * mebibyte);
    });

    it('waits for a slow body only so long', async () => {
      const server = app.nest.getHttpServer() as { requestTimeout: number; headersTimeout: number };
      Object.assign(server, { requestTimeout: 300, headersTimeout: 300 });
      const said = await speak(
        'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n',
        '{"email"',
      );
      Object.assign(server, { requestTimeout: 60_000, headersTimeout: 60_000 });
      expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
      expect(said).toContain('"code":"too-slow"');
    });
  });

  describe('slow bodies', () => {
    const before = { ...patience };
    afterEach(() => Object.assign(patience, before));
    const head = (path: string, type: string, more = '') =>
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 1000\r\n${more}\r\n`;

    it('are broken off where they stop coming', async () => {
      Object.assign(patience, { body: 200 });
      const said = await speak(head('/api/session', 'application/json'), '{"email"');
      expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
      expect(said).toContain('"code":"too-slow"');
    });

    it('of files too, and not as long as they come', async () => {
      const editor = await app.member(await app.newsroom(), ['editor']);
      const file = head(
        '/api/evidence',
        'multipart/form-data; boundary=x',
        `Authorization: Bearer ${editor.secret}\r\n`,
      );
      Object.assign(patience, { pause: 200 });
      expect(await speak(file, '--x\r\n')).toMatch(/^HTTP\/1\.1 408 /);
      // All that comes is enough, and a body of another kind would long be too late.
      Object.assign(patience, { body: 1, least: 0 });
      const form = new FormData();
      form.append('file', new Blob(['bevis']), 'bevis.txt');
      const whole = Buffer.from(await new Response(form).arrayBuffer());
      const type = `multipart/form-data; boundary=${/^--(.*)\r/.exec(whole.toString())?.[1]}`;
      const { status } = await fetch(`http://127.0.0.1:${port}/api/evidence`, {
        method: 'POST',
        headers: { authorization: `Bearer ${editor.secret}`, 'content-type': type },
        duplex: 'half',
        body: new ReadableStream({
          async start(controller) {
            for (const byte of whole) {
              controller.enqueue(Uint8Array.of(byte));
              await new Promise((resolve) => setTimeout(resolve, 2));
            }
            controller.close();
          },
        }),
      });
      expect(status).toBe(201);
    });
  });

  describe('from another site', () => {
    const write = (headers: Record<string, string>) =>
      app.nobody.call('POST', '/api/session', { email: 'a', password: 'b' }, headers);

    it.each([
      ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
      ['an older browser, by its origin', { origin: 'https://other.test' }],
      ['another port', { origin: 'http://localhost:81' }],
      ['a sandboxed frame', { origin: 'null' }],
    ])('refuses a write by %s, and says so in the security log', async (_, headers) => {
      const answer = await write(headers);
      expect(answer).toMatchObject({ status: 403, body: { code: 'cross-site' } });
      expectGuarded(answer);
      const [row] = await app.database.lookUp((tx) => tx.securityLog.findMany({ orderBy: { id: 'desc' }, take: 1 }));
      expect(row).toMatchObject({
        type: 'cross-site',
        data: { method: 'POST', path: '/api/session', origin: Object.values(headers)[0] },
      });
    });

    it.each([
      ['the page itself', { 'sec-fetch-site': 'same-origin', origin: 'http://whatever.test' }],
      ['the page in an older browser', { host: 'localhost:81', origin: 'http://localhost:81' }],
      ['a person at the address bar', { 'sec-fetch-site': 'none' }],
      ['a program', {}],
    ])('lets %s write', async (_, headers) => {
      expect((await write(headers as Record<string, string>)).status).toBe(401);
    });
  });
});
