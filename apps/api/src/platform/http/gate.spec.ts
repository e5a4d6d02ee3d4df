import { newId } from '../ids';
import { TestApp, type Caller } from '../../test/test-app';

describe('the gate', () => {
  let app: TestApp;
  let newsroomId: string;
  let editor: Caller;
  let admin: Caller;
  let stranger: Caller;
  let source: { id: string; etag: string };
  beforeAll(async () => {
    app = await TestApp.start();
    newsroomId = await app.newsroom();
    editor = await app.member(newsroomId, ['editor']);
    admin = await app.member(newsroomId, ['admin']);
    stranger = await app.member(await app.newsroom(), ['admin']);
    source = (await editor.call<typeof source>('POST', '/api/sources', { kind: 'newspaper', name: 'Taipei Times' }))
      .body;
  });
  afterAll(() => app.stop());

  const broken = { nonsense: true };
  const patch = (by: Caller, body: unknown, headers: Record<string, string> = {}, id = source.id) =>
    by.call('PATCH', `/api/sources/${id}`, body, headers);
  const lastRefusal = async () =>
    (await app.database.lookUp((tx) => tx.securityLog.findMany({ orderBy: { id: 'desc' }, take: 1 })))[0];

  it('asks who it is, then whose thing, then the role, then what was seen, then what was sent', async () => {
    const stale = { 'if-match': '"stale"' };
    const told = async (answer: ReturnType<typeof patch>) => {
      const { status, body } = await answer;
      return [status, body['code']];
    };
    expect(await told(patch(app.nobody, broken))).toEqual([401, 'unauthenticated']);
    expect(await told(patch(stranger, broken))).toEqual([404, 'not-found']);
    expect(await told(patch(admin, broken, {}, newId()))).toEqual([404, 'not-found']);
    expect(await told(patch(admin, broken, {}, 'no-id'))).toEqual([404, 'not-found']);
    expect(await told(patch(admin, broken))).toEqual([403, 'forbidden']);
    expect(await told(patch(editor, broken))).toEqual([428, 'precondition-needed']);
    expect(await told(patch(editor, broken, stale))).toEqual([422, 'invalid']);
    expect(await told(patch(editor, { name: 'Ny' }, stale))).toEqual([412, 'stale']);
    expect((await patch(editor, { name: 'Ny' }, { 'if-match': source.etag })).status).toBe(200);
  });

  it.each([
    ['who is unknown', () => app.nobody, 401, 'unauthenticated'],
    ['who lacks the role', () => admin, 403, 'forbidden'],
    ['who reaches into another newsroom', () => stranger, 404, 'not-found'],
  ] as const)('writes to the security log %s', async (_, caller, status, type) => {
    expect((await patch(caller(), broken)).status).toBe(status);
    const { actor } = caller();
    expect(await lastRefusal()).toMatchObject({
      type,
      newsroomId: actor.newsroomId || null,
      accountId: actor.accountId || null,
      at: expect.any(Date),
      data: { method: 'PATCH', path: `/api/sources/${source.id}`, ip: '127.0.0.1' },
    });
  });

  it('writes nothing there of the page that asks who is signed in, nor of addresses that nobody has', async () => {
    const before = (await lastRefusal())?.id;
    await app.nobody.call('GET', '/api/session');
    await app.nobody.call('GET', '/api/nothing');
    expect((await lastRefusal())?.id).toBe(before);
    await app.nobody.call('GET', '/api/session', undefined, { cookie: 'belegg_session=stolen' });
    expect((await lastRefusal())?.id).not.toBe(before);
  });

  it('keeps secrets of an address out of the security log', async () => {
    await app.nobody.call('GET', '/api/sources?cursor=secret');
    expect(JSON.stringify((await lastRefusal())?.data)).not.toContain('secret');
  });

  it.each([
    ['a role', { role: 'admin' }],
    ['roles', { roles: ['admin'] }],
    ['a newsroom', { newsroomId: newId() }],
    ['an id', { id: newId() }],
    ['a version', { version: 9 }],
    ['a status', { status: 'approved' }],
  ])('lets nobody assign %s', async (_, extra) => {
    const { status, body } = await editor.call('POST', '/api/sources', { kind: 'newspaper', name: 'x', ...extra });
    expect({ status, errors: body['errors'] }).toEqual({
      status: 422,
      errors: [{ pointer: '', detail: `Unrecognized key: "${Object.keys(extra)[0]}"` }],
    });
  });

  it('refuses unknown parameters of the address as unknown fields', async () => {
    const { status, body } = await editor.call('GET', '/api/sources?newsroomId=1');
    expect({ status, errors: body['errors'] }).toEqual({
      status: 422,
      errors: [{ pointer: '?', detail: 'Unrecognized key: "newsroomId"' }],
    });
  });

  it('speaks the language of the caller', async () => {
    const inNorwegian = await app.nobody.call('GET', '/api/session', undefined, {
      'accept-language': 'nn-NO, en;q=0.5',
    });
    expect([inNorwegian.headers['content-language'], inNorwegian.body['title']]).toEqual(['nb', 'Ikke innlogget']);
    const { body } = await editor.call<{ errors: object[] }>(
      'POST',
      '/api/sources',
      { kind: 'newspaper', name: 7 },
      { 'accept-language': 'nb' },
    );
    expect(body.errors).toEqual([
      { pointer: '/name', detail: expect.stringMatching(/^Ugyldig input: forventet string, fikk tall/) },
    ]);
  });
});
