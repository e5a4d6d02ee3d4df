import { readAll, requestOf, routes, urlOf, type Client, type Request } from './index';

const id = '01938000-0000-7000-8000-000000000001';

/** Answers one page after the other, and keeps what was asked. */
function clientOf(...pages: readonly unknown[]): { client: Client; asked: Request[] } {
  const asked: Request[] = [];
  const client = {
    call: (route: never, options: never) => Promise.resolve(pages[asked.push(requestOf(route, options)) - 1]),
  } as unknown as Client;
  return { client, asked };
}

describe('the client', () => {
  it('fills in the path, escapes it, and leaves out what is not given', () => {
    expect(requestOf(routes.listArticleEvents, { params: { id: 'a/b' }, query: { cursor: undefined } })).toEqual({
      method: 'GET',
      path: '/api/articles/a%2Fb/events',
      query: {},
      headers: {},
    });
  });

  it('escapes the query of an address', () => {
    expect(urlOf(routes.listSources, { query: { q: 'a&b=ø' } })).toBe('/api/sources?q=a%26b%3D%C3%B8');
    expect(urlOf(routes.listSources, { query: { q: '' } })).toBe('/api/sources');
  });

  it('names the state that was seen, and does not change a thing blindly', () => {
    expect(requestOf(routes.retireSource, { params: { id }, ifMatch: '"7"' }).headers).toEqual({ 'If-Match': '"7"' });
    expect(() => requestOf(routes.retireSource, { params: { id } })).toThrow('If-Match');
  });

  it('reads a list to its end, and no further than it was asked to', async () => {
    const pages = [{ items: [1, 2], nextCursor: 'b' }, { items: [3], nextCursor: 'c' }, { items: [4] }];
    const whole = clientOf(...pages);
    expect(await readAll(whole.client, routes.listSources, { query: { q: 'x' } })).toEqual([1, 2, 3, 4]);
    expect(whole.asked.map(({ query }) => query)).toEqual([
      { q: 'x' },
      { q: 'x', cursor: 'b' },
      { q: 'x', cursor: 'c' },
    ]);
    const part = clientOf(...pages);
    expect(await readAll(part.client, routes.listSources, {}, 3)).toEqual([1, 2, 3]);
    expect(part.asked).toHaveLength(2);
  });
});
