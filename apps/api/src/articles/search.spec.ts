import type { ArticleSummary, ArticleView } from '@belegg/contract';
import { Desk } from '../test/desk';
import type { Caller } from '../test/test-app';

type List = { items: ArticleSummary[]; nextCursor?: string };

describe('Searching articles', () => {
  let desk: Desk;

  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const make = async (title: string, content: string, more: object = {}): Promise<ArticleView> => {
    const answer = await desk.editor.call<ArticleView>('POST', '/api/articles', {
      title,
      format: 'text',
      content,
      ...more,
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  };
  const search = async (query: Readonly<Record<string, string>>, by: Caller = desk.reviewer): Promise<List> => {
    const path = `/api/articles?${new URLSearchParams(query).toString()}`;
    const { status, body, text } = await by.call<List>('GET', path);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const titles = async (query: Readonly<Record<string, string>>, by?: Caller): Promise<string[]> =>
    (await search(query, by)).items.map(({ title }) => title);

  it('finds the forms of a word in Norwegian and English, whole words and the beginning of the last, in title, author and text', async () => {
    await make('Fjorden', 'Rakettene fløy over havet i natt.', { author: 'Kari Ås' });
    await make('Launch', 'The missiles were launched at dawn.', { language: 'en' });
    await make('Været', 'Det regner i dag på Ørlandet.');
    expect(await titles({ q: 'ørlandet' })).toEqual(['Været']);
    expect(await titles({ q: 'rakett' })).toEqual(['Fjorden']);
    expect(await titles({ q: 'rakettene havet' })).toEqual(['Fjorden']);
    expect(await titles({ q: 'missile launching' })).toEqual(['Launch']);
    expect(await titles({ q: 'havet rak' })).toEqual(['Fjorden']);
    expect(await titles({ q: 'RAKETTENE regner' })).toEqual([]);
    expect(await titles({ q: 'jord' })).toEqual(['Fjorden']);
    expect(await titles({ q: 'kari å' })).toEqual(['Fjorden']);
    expect(await titles({ q: '"over havet"' })).toEqual(['Fjorden']);
    expect(await titles({ q: '' })).toEqual(['Været', 'Launch', 'Fjorden']);
  });

  it.each(["'; DROP", '% _', '& | ! : *', '\\', '()', '- -', '"', ':*'])('takes %p for words', async (q) => {
    expect(await titles({ q })).toEqual([]);
  });

  it('finds what stands in the text now, and no more what stood there before', async () => {
    const article = await make('Taubanen', 'Den går hvert kvarter.');
    const revised = { format: 'text', content: 'Den går hver time.' };
    await desk.editor.call('POST', `/api/articles/${article.id}/revisions`, revised, { 'if-match': article.etag });
    expect([await titles({ q: 'kvarter' }), await titles({ q: 'time' })]).toEqual([[], ['Taubanen']]);
  });

  it('finds nothing of another newsroom', async () => {
    await make('Hemmelig', 'Rakettene fløy.');
    expect([await titles({ q: 'rakett' }, desk.stranger), await titles({ q: 'hemm' }, desk.stranger)]).toEqual([
      [],
      [],
    ]);
  });

  it('takes in a text of a megabyte of different words', async () => {
    const content = Array.from({ length: 90_000 }, (_, n) => `ord${n.toString(36)}`).join(' ');
    await make('Lang', content);
    expect(await titles({ q: 'ord2s' })).toEqual(['Lang']);
  });

  it('tells apart what was never signed off, is signed off, and was changed since', async () => {
    const [signed, changed] = [await make('Ferdig', 'Det haster.'), await make('Endret', 'Det haster.')];
    await make('Åpen', 'Det haster.');
    for (const { id, etag } of [signed, changed]) {
      const said = { checkable: false, reason: 'opinion' };
      await desk.editor.call('PUT', `/api/articles/${id}/sentences/0/checkability`, said, { 'if-match': etag });
      await desk.confirm(id, 0);
      expect((await desk.signOff(id)).status).toBe(201);
    }
    const revised = { format: 'text', content: 'Det haster ikke.' };
    await desk.editor.call('POST', `/api/articles/${changed.id}/revisions`, revised, { 'if-match': changed.etag });
    expect(await titles({ state: 'signed' })).toEqual(['Ferdig']);
    expect(await titles({ state: 'changed' })).toEqual(['Endret']);
    expect(await titles({ state: 'open' })).toEqual(['Åpen']);
    expect(await titles({ state: 'signed', q: 'haster' })).toEqual(['Ferdig']);
  });

  it('pages through each order without a gap or a double', async () => {
    for (let n = 0; n < 53; n++) await make(`Sak ${n}`, 'Det haster.');
    const orders: readonly Readonly<Record<string, string>>[] = [{}, { sort: 'updated' }, { q: 'haster' }];
    for (const query of orders) {
      const first = await search(query);
      const second = await search({ ...query, cursor: first.nextCursor ?? '' });
      expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 3, undefined]);
      expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53);
    }
  });
});
