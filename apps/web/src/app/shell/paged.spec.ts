import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { routes } from '@belegg/contract';
import { pagedOf } from './paged';

const token = (n: number) => ({
  id: `01938000-0000-7000-8000-00000000000${n}`,
  name: `nr. ${n}`,
  scopes: ['read'],
  createdAt: '2024-12-01T10:00:00Z',
  lastSeenAt: '2024-12-01T10:00:00Z',
  expiresAt: '2024-12-01T10:00:00Z',
});
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('pagedOf', () => {
  let http: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
  });
  const answer = async (url: string, body: object, options?: { status: number; statusText: string }): Promise<void> => {
    TestBed.tick();
    http.expectOne(url).flush(body, options);
    await settled();
  };

  it('reads page after page, each thing once, to the end', async () => {
    const list = TestBed.runInInjectionContext(() => pagedOf(routes.listTokens, () => ({})));
    expect([list.loaded(), list.items()]).toEqual([false, []]);
    await answer('/api/tokens', { items: [token(1), token(2)], nextCursor: 'a' });
    const more = list.more();
    await answer('/api/tokens?cursor=a', { items: [token(2), token(3)] });
    await more;
    expect(list.items().map(({ name }) => name)).toEqual(['nr. 1', 'nr. 2', 'nr. 3']);
    expect(list.cursor()).toBeUndefined();
  });

  it('keeps what it has when the next page fails, and can ask again', async () => {
    const list = TestBed.runInInjectionContext(() => pagedOf(routes.listTokens, () => ({})));
    await answer('/api/tokens', { items: [token(1)], nextCursor: 'a' });
    const more = list.more();
    await answer('/api/tokens?cursor=a', {}, { status: 500, statusText: 'x' });
    await more;
    expect(list.error()).toBeTruthy();
    expect([list.items().length, list.cursor()]).toEqual([1, 'a']);
  });

  it('drops the later pages of another question', async () => {
    const q = signal('a');
    const list = TestBed.runInInjectionContext(() => pagedOf(routes.listSources, () => ({ query: { q: q() } })));
    await answer('/api/sources?q=a', { items: [], nextCursor: 'n' });
    const more = list.more();
    await answer('/api/sources?q=a&cursor=n', { items: [], nextCursor: 'm' });
    await more;
    expect(list.cursor()).toBe('m');
    q.set('b');
    await answer('/api/sources?q=b', { items: [] });
    expect(list.cursor()).toBeUndefined();
  });
});
