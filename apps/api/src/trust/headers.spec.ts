import type { ReportSummary } from '@belegg/contract';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';
import type { Answer, Caller } from '../test/test-app';
import { prepare } from './test/calls';

const json = { 'content-type': 'application/json' };
const somebodyElses = '0191a000-0000-7000-8000-000000000000';

describe('the headers of every kind of answer', () => {
  let webRoot: string;
  let team: TestTeam;
  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'belegg-web-'));
    await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Belegg</title>');
    await writeFile(join(webRoot, 'main-ABCDEFGH.js'), 'export {};');
    await writeFile(join(webRoot, 'chunk-B3cMqnZ_.js'), 'export {};');
    await writeFile(join(webRoot, 'chunk-B3cMqnZ_.js.br'), brotliCompressSync('export {};'));
    team = await TestTeam.open({ BEHIND_TLS: 'true', WEB_ROOT: webRoot });
  });
  afterAll(async () => {
    await team.close();
    await rm(webRoot, { recursive: true });
  });

  const get = (path: string, by: Caller = team.editor) => by.call('GET', path);
  const addSource = (body: unknown, headers: Record<string, string> = {}, by = team.editor) =>
    by.call('POST', '/api/sources', body, headers);
  const signedOff = async () => (await prepare(team, 'getReport', team.editor, team.editor)).path;
  const draft = async (format: string) => get(`/api/articles/${(await team.article()).id}/report?format=${format}`);
  const patched = async (headers: Record<string, string>) =>
    team.editor.call('PATCH', `/api/sources/${await team.source(`Kilde ${Math.random()}`)}`, { note: 'x' }, headers);

  /** Of private data, and of every refusal: never in a cache. */
  const answers: Readonly<Record<string, readonly [status: number, ask: () => Promise<Answer>]>> = {
    'a thing': [200, () => get('/api/session')],
    'a new thing': [201, () => addSource({ kind: 'other', name: 'Ny' })],
    nothing: [
      204,
      async () => {
        const { path, headers } = await prepare(team, 'retireSource', team.editor, team.editor);
        return team.editor.call('DELETE', path, undefined, headers);
      },
    ],
    'a body that cannot be read': [400, () => addSource('{bad', json)],
    nobody: [401, () => get('/api/articles', team.app.nobody)],
    'a missing role': [403, () => addSource({ kind: 'other', name: 'x' }, {}, team.admin)],
    'another site': [403, () => addSource({ kind: 'other', name: 'x' }, { 'sec-fetch-site': 'cross-site' })],
    'a thing that is not there': [404, () => get(`/api/articles/${somebodyElses}`)],
    'a path that is not there': [404, () => get('/api/nothing')],
    'a path that is no path': [404, () => get('/api/articles/%E0%A4%A')],
    'a sign-off too early': [409, async () => team.signOff((await team.article()).id)],
    'an old ETag': [412, () => patched({ 'if-match': '"old"' })],
    'a large body': [413, () => addSource(`"${'a'.repeat(5_000_000)}"`, json)],
    'an unknown media type': [415, () => addSource('<a/>', { 'content-type': 'application/xml' })],
    'wrong fields': [422, () => addSource({})],
    'no ETag': [428, () => patched({})],
    'a frozen report': [200, async () => get(`${await signedOff()}?format=html`)],
    'a frozen report as data': [200, async () => get(`${await signedOff()}?format=json`)],
    'a draft report': [200, () => draft('html')],
    'a draft report in a table': [200, () => draft('csv')],
    'a draft report for a word processor': [200, () => draft('docx')],
    evidence: [
      200,
      async () => {
        const { body } = await team.editor.call<{ sha256: string }>(
          'POST',
          '/api/evidence',
          multipart([{ name: 'side.html', bytes: '<script>alert(1)</script>' }]),
          multipartHeaders,
        );
        return get(`/api/evidence/${body.sha256}`);
      },
    ],
    'a public page': [
      200,
      async () => {
        const { path } = await prepare(team, 'publishReport', team.editor, team.reviewer);
        const { body } = await team.reviewer.call<ReportSummary>('POST', path);
        return get(body.publicPath ?? '', team.app.nobody);
      },
    ],
    'figures of the process': [200, () => get('/metrics', team.admin)],
    'whether it is up': [200, () => get('/health', team.app.nobody)],
    'its description': [200, () => get('/api/openapi.json', team.app.nobody)],
  };
  const expectGuarded = ({ headers }: Pick<Answer, 'headers'>): void => {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
    expect(headers['referrer-policy']).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers['content-security-policy']).toMatch(/(^|; ?)frame-ancestors 'none'(;|$)/);
    expect(headers['content-security-policy']).toMatch(/(^|; ?)default-src ('none'|'self')(;|$)/);
    expect(headers['content-security-policy']).not.toMatch(/(default|script)-src[^;]*('unsafe|\*|data:|https?:)/);
  };

  it.each(Object.entries(answers))('guard %s', async (name, [status, ask]) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expectGuarded(answer);
    // A public page is nobody's secret: it may be kept, and is asked for anew each time.
    expect(answer.headers['cache-control']).toBe(name === 'a public page' ? 'no-cache' : 'no-store');
  });

  it.each([
    ['the page', '/', 200, 'no-cache'],
    ['a room of it', '/articles/new', 200, 'no-cache'],
    ['its program', '/main-ABCDEFGH.js', 200, 'public, max-age=31536000, immutable'],
    ['a part of it', '/chunk-B3cMqnZ_.js', 200, 'public, max-age=31536000, immutable'],
    ['a part of it as compressed', '/chunk-B3cMqnZ_.js.br', 200, 'public, max-age=31536000, immutable'],
    ['a file that is not there', '/main-ZZZZZZZZ.js', 404, 'no-store'],
    ['a way out', '/..%2f..%2fetc/passwd.txt', 404, 'no-store'],
  ])('guard %s, which holds nothing private', async (_, path, status, cache) => {
    const answer = await get(path, team.app.nobody);
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, cache]);
    expectGuarded(answer);
  });

  it('give a compressed file the type of what is in it', async () => {
    const { headers } = await get('/chunk-B3cMqnZ_.js.br', team.app.nobody);
    expect(headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'br' });
  });

  it('guard what never ends', async () => {
    await team.app.nest.listen(0, '127.0.0.1');
    const reader = new AbortController();
    const { headers } = await fetch(`${await team.app.nest.getUrl()}/api/events`, {
      headers: { authorization: `Bearer ${team.editor.secret}` },
      signal: reader.signal,
    });
    reader.abort();
    expectGuarded({ headers: Object.fromEntries(headers) });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
