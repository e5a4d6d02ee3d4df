import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { routes, urlOf } from '@belegg/contract';
import { Api, resourceOf } from './api';

const id = '01938000-0000-7000-8000-000000000001';
const token = {
  id,
  name: 'Statistikk',
  scopes: ['read'],
  createdAt: '2024-12-01T10:00:00.000Z',
  lastSeenAt: '2024-12-01T10:00:00.000Z',
  expiresAt: '2025-12-01T10:00:00.000Z',
};

describe('Api', () => {
  let api: Api;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    api = TestBed.inject(Api);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('puts parameters into the path, escaped, and leaves out empty ones of the query', async () => {
    const answer = api.call(routes.listArticleEvents, { params: { id: 'a/b' }, query: { cursor: undefined } });
    http.expectOne({ method: 'GET', url: '/api/articles/a%2Fb/events' }).flush({ items: [] });
    await expect(answer).resolves.toEqual({ items: [] });
  });

  it('sends the body and the ETag last seen', async () => {
    const answer = api.call(routes.retireSource, { params: { id }, ifMatch: '"7"' });
    const call = http.expectOne({ method: 'DELETE', url: `/api/sources/${id}` });
    expect(call.request.headers.get('If-Match')).toBe('"7"');
    call.flush(null, { status: 204, statusText: 'No Content' });
    await expect(answer).resolves.toBeUndefined();
  });

  it('refuses to change an existing thing blindly', () => {
    expect(() => api.call(routes.retireSource, { params: { id } })).toThrow('If-Match');
  });

  it('gives what the contract says and refuses an answer that breaks it', async () => {
    const good = api.call(routes.listTokens, {});
    http.expectOne('/api/tokens').flush({ items: [{ ...token, unknown: 1 }] });
    await expect(good).resolves.toEqual({ items: [token] });
    const bad = api.call(routes.listTokens, {});
    http.expectOne('/api/tokens').flush({ items: [{ ...token, id: 'no uuid' }] });
    await expect(bad).rejects.toThrow('UUID');
  });

  it('reads what its signals ask for, and nothing while they ask for nothing', async () => {
    const q = signal<string | undefined>(undefined);
    const sources = TestBed.runInInjectionContext(() =>
      resourceOf(routes.listSources, () => {
        const words = q();
        return words === undefined ? undefined : { query: { q: words } };
      }),
    );
    TestBed.tick();
    http.expectNone('/api/sources');
    q.set('kcna & co');
    TestBed.tick();
    http.expectOne('/api/sources?q=kcna%20%26%20co').flush({ items: [], nextCursor: 'next' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(sources.value()).toEqual({ items: [], nextCursor: 'next' });
  });

  it('asks by POST where a read is a preview', () => {
    TestBed.runInInjectionContext(() =>
      resourceOf(routes.previewArticle, () => ({ body: { format: 'text', content: 'Hei.' } })),
    );
    TestBed.tick();
    const { request } = http.expectOne('/api/articles/preview');
    expect([request.method, request.body]).toEqual(['POST', { format: 'text', content: 'Hei.' }]);
  });

  it('makes addresses for links', () => {
    expect(urlOf(routes.draftReport, { params: { id }, query: { format: 'json' } })).toBe(
      `/api/articles/${id}/report?format=json`,
    );
    expect(urlOf(routes.getEvidence, { params: { sha256: 'ab' } })).toBe('/api/evidence/ab');
  });
});
