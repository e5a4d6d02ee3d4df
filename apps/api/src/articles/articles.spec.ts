import { maxTextBytes, type ArticleSummary, type ArticleView, type EventView, type Problem } from '@belegg/contract';
import { TestTeam, storyText } from '../test/team';

type List<Item> = { items: Item[]; nextCursor?: string };
const unknownId = '01890000-0000-7000-8000-000000000000';

describe('Articles', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const create = (body: object = {}, by = team.editor) =>
    by.call<ArticleView & Problem>('POST', '/api/articles', {
      title: 'Raketten',
      format: 'text',
      content: storyText,
      ...body,
    });
  const change = ({ id, etag }: ArticleView, body: object, by = team.editor) =>
    by.call<ArticleView & Problem>('PATCH', `/api/articles/${id}`, body, { 'if-match': etag });

  describe('taking in', () => {
    it('answers with the article, its sentences and their state, and a strong ETag', async () => {
      const { status, body, headers } = await create({ author: ' Kari  Nordmann ', date: '2024-12-01' });
      expect(status).toBe(201);
      expect(headers['etag']).toBe('"r1.s0.m1"');
      expect(body).toMatchObject({
        title: 'Raketten',
        author: 'Kari Nordmann',
        date: '2024-12-01',
        language: 'nb',
        etag: '"r1.s0.m1"',
        dropped: [],
        revision: { number: 1, text: storyText, language: 'nb', date: '2024-12-01', createdBy: { name: 'Eva' } },
        coverage: { checkable: 7, approved: 0, byState: { unchecked: 7 } },
      });
      expect(body.revision.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'aside']);
      expect(body.sentences.map(({ state, suggestion }) => [state, suggestion]).at(0)).toEqual([
        'unchecked',
        'heading',
      ]);
      const { dropped, ...stored } = body;
      expect(dropped).toEqual([]);
      expect((await team.admin.call<ArticleView>('GET', `/api/articles/${body.id}`)).body).toEqual(stored);
    });

    it('tells the log', async () => {
      const { body } = await create({ language: 'nn' });
      const { body: log } = await team.reviewer.call<List<EventView>>('GET', `/api/articles/${body.id}/events`);
      expect(log.items).toMatchObject([
        {
          type: 'article.created',
          seq: 1,
          articleId: body.id,
          actor: { name: 'Eva' },
          data: {
            articleRevision: 1,
            sha256: body.revision.sha256,
            after: { title: 'Raketten', author: '', date: null, language: 'nn' },
          },
        },
      ]);
    });

    it('sanitizes HTML, keeps its marks, and lists what it dropped', async () => {
      const { body } = await create({
        format: 'html',
        content: '<h1>Å</h1><p onclick=x>En <a href="javascript:x">to</a> <b>tre</b>.<img src=x><script>x</script>',
      });
      expect(body.revision.text).toBe('Å\nEn to tre.');
      expect(body.revision.marks).toEqual([{ kind: 'strong', start: 8, end: 11 }]);
      expect(body.dropped?.map(({ kind }) => kind)).toEqual(['image', 'script']);
    });

    it.each<[string, object, number, string]>([
      ['no text', { content: '' }, 422, 'empty-text'],
      ['white space', { content: ' \n\t' }, 422, 'empty-text'],
      ['control characters', { content: '\u0001\u0002\u0003' }, 422, 'binary'],
      ['too much text', { content: 'a'.repeat(maxTextBytes + 1) }, 413, 'too-large'],
      ['too many sentences', { content: 'Ja.\n'.repeat(20_001) }, 422, 'too-many-sentences'],
      ['nesting without end', { format: 'html', content: '<div>'.repeat(100_000) }, 422, 'invalid'],
      ['an unknown field', { colour: 'red' }, 422, 'invalid'],
      ['an unknown format', { format: 'docx' }, 422, 'invalid'],
      ['no title', { title: ' ' }, 422, 'invalid'],
      ['no such day', { date: '2024-02-30' }, 422, 'invalid'],
      ['an unknown language', { language: 'de' }, 422, 'invalid'],
    ])('refuses %s, and says so', async (_, body, status, code) => {
      const answer = await create(body);
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.body.detail).not.toMatch(/\{\{/);
    });

    it('previews without storing', async () => {
      const before = await team.app.database.inNewsroom(team.newsroomId, (tx) => tx.article.count());
      const { status, body } = await team.editor.call('POST', '/api/articles/preview', {
        format: 'markdown',
        content: '# Hei\n\nEn *ikke*. Tre fire.\n\n![x](y)',
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        title: 'Hei',
        language: 'nb',
        seen: 'nb',
        text: 'Hei\nEn ikke. Tre fire.',
        sentences: 3,
        dropped: [{ kind: 'image', count: 1, sample: 'x' }],
        blocks: [
          { kind: 'heading', level: 1, start: 0, end: 3 },
          { kind: 'paragraph', start: 4, end: 22 },
        ],
        marks: [{ kind: 'em', start: 7, end: 11 }],
      });
      expect(await team.app.database.inNewsroom(team.newsroomId, (tx) => tx.article.count())).toBe(before);
    });
  });

  describe('changing what is said of it', () => {
    it('changes title and author as a new version of the same text', async () => {
      const { body: article } = await create();
      const { status, body, headers } = await change(article, { title: 'Ny tittel', author: 'Per' });
      expect(status).toBe(200);
      expect(headers['etag']).toBe('"r1.s0.m2"');
      expect(body).toMatchObject({ title: 'Ny tittel', author: 'Per', revision: { number: 1 }, etag: '"r1.s0.m2"' });
      expect((await team.events(article.id)).at(-1)).toMatchObject({
        type: 'article.updated',
        seq: 2,
        data: { before: { title: 'Raketten', author: '' }, after: { title: 'Ny tittel', author: 'Per' } },
      });
    });

    it('makes a new revision of the same text for a new date or language, and lapses what was approved', async () => {
      const { body: article } = await create({ date: '2024-12-01' });
      const annotation = await approve(article, 'Ingen ble skadd');
      const { body: dated } = await change(article, { date: '2024-12-02' });
      expect(dated).toMatchObject({
        date: '2024-12-02',
        etag: '"r2.s0.m2"',
        revision: { number: 2, text: storyText, date: '2024-12-02', language: 'nb' },
      });
      expect(await team.get(annotation)).toMatchObject({ status: 'lapsed', anchor: { outcome: 'unchanged' } });
      const { body: english } = await change(dated, { language: 'en', date: null });
      expect(english).toMatchObject({ language: 'en', etag: '"r3.s0.m3"', revision: { number: 3, language: 'en' } });
      expect(english).not.toHaveProperty('date');
      expect((await team.events(article.id)).slice(-2)).toMatchObject([
        {
          type: 'article.revised',
          data: { before: { date: '2024-12-01' }, after: { date: '2024-12-02' }, counts: { unchanged: 1 }, carried: 0 },
        },
        {
          type: 'article.revised',
          data: { before: { date: '2024-12-02', language: 'nb' }, after: { date: null, language: 'en' } },
        },
      ]);
    });

    it('does nothing when nothing changes', async () => {
      const { body: article } = await create();
      expect((await change(article, { title: 'Raketten', date: null })).body.etag).toBe('"r1.s0.m1"');
      expect((await change(article, {})).body.etag).toBe('"r1.s0.m1"');
      expect(await team.events(article.id)).toHaveLength(1);
    });

    it('shows the article as it is now to whoever saw an older one, and asks for what was seen', async () => {
      const { body: article } = await create();
      await change(article, { title: 'Først' });
      expect(await change(article, { title: 'Sist' })).toMatchObject({
        status: 412,
        body: { code: 'stale', current: { title: 'Først', etag: '"r1.s0.m2"' } },
      });
      expect((await change({ ...article, etag: '*' }, { title: 'Sist' })).status).toBe(412);
      expect((await team.editor.call('PATCH', `/api/articles/${article.id}`, { title: 'Sist' })).status).toBe(428);
    });

    it('lets one of two win who change it at once', async () => {
      const { body: article } = await create();
      const answers = await Promise.all([
        change(article, { title: 'A' }),
        change(article, { title: 'B' }, team.colleague),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });
  });

  describe('listing', () => {
    it('pages through all, the newest first, with coverage, what waits and what was signed off', async () => {
      const before = (await everything()).length;
      const made: string[] = [];
      for (let n = 0; n < 52; n += 1)
        made.unshift((await create({ title: `Nr. ${n}`, content: 'En setning.' })).body.id);
      const listed = await everything();
      expect(listed).toHaveLength(before + 52);
      expect(listed.slice(0, 52).map(({ id }) => id)).toEqual(made);
      const first = await team.editor.call<List<ArticleSummary>>('GET', '/api/articles');
      expect(first.body.items).toHaveLength(50);
    });

    it('counts what waits for the caller', async () => {
      const { body: article } = await create();
      const { body: annotation } = await annotate(article, '4600 kilometer');
      await team.act(annotation, 'submit', team.editor);
      const waiting = async (by = team.reviewer) =>
        (await by.call<List<ArticleSummary>>('GET', '/api/articles')).body.items.find(({ id }) => id === article.id);
      expect(await waiting()).toMatchObject({
        waiting: 1,
        coverage: { checkable: 7, byState: { partly: 1, unchecked: 6 } },
        revision: { number: 1 },
      });
      expect(await waiting(team.editor)).toMatchObject({ waiting: 0 });
    });

    it('says which revision was signed off', async () => {
      const { body: article } = await create({ content: 'En setning.' });
      await approve(article, 'En setning.');
      expect((await team.signOff(article.id)).status).toBe(201);
      expect((await everything()).find(({ id }) => id === article.id)).toMatchObject({
        signedOffRevision: 1,
        coverage: { checkable: 1, approved: 1 },
      });
    });

    it('refuses a cursor that it never gave', async () => {
      expect((await team.editor.call('GET', '/api/articles?cursor=x')).status).toBe(422);
    });
  });

  describe('walls', () => {
    const calls: [string, string, object | undefined][] = [
      ['GET', '', undefined],
      ['PATCH', '', { title: 'x' }],
      ['GET', '/events', undefined],
      ['GET', '/revisions', undefined],
      ['GET', '/revisions/1', undefined],
      ['POST', '/revisions', { format: 'text', content: 'x' }],
      ['POST', '/revisions/preview', { format: 'text', content: 'x' }],
    ];
    it.each(calls)('%s /api/articles/{id}%s is for members of its newsroom', async (method, path, body) => {
      const { body: article } = await create();
      const call = (id: string, by = team.editor) =>
        by.call(method as 'GET', `/api/articles/${id}${path}`, body, { 'if-match': '"r1.s0.m1"' });
      expect((await call(article.id, team.app.nobody)).status).toBe(401);
      expect((await call(article.id, team.stranger)).status).toBe(404);
      expect((await call(unknownId)).status).toBe(404);
      expect((await call('x')).status).toBe(404);
      expect((await call(article.id, team.admin)).status).toBe(method === 'GET' ? 200 : 403);
    });

    it('lets only those who write take in articles, and lists only those of the newsroom', async () => {
      const { body: article } = await create();
      expect((await create({}, team.app.nobody)).status).toBe(401);
      expect((await create({}, team.admin)).status).toBe(403);
      expect((await team.admin.call('POST', '/api/articles/preview', { format: 'text', content: 'x' })).status).toBe(
        403,
      );
      expect((await team.app.nobody.call('GET', '/api/articles')).status).toBe(401);
      const { body: theirs } = await team.stranger.call<List<ArticleSummary>>('GET', '/api/articles');
      expect(theirs.items.map(({ id }) => id)).not.toContain(article.id);
    });
  });

  async function everything(): Promise<ArticleSummary[]> {
    const items: ArticleSummary[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await team.editor.call<List<ArticleSummary>>(
        'GET',
        `/api/articles${cursor === undefined ? '' : `?cursor=${cursor}`}`,
      );
      items.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    return items;
  }

  function annotate(article: ArticleView, exact: string) {
    const start = article.revision.text.indexOf(exact);
    const selector = [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact },
    ];
    return team.editor.call<Awaited<ReturnType<TestTeam['annotate']>>>(
      'POST',
      `/api/articles/${article.id}/annotations`,
      {
        selector,
        verdict: 'confirmed',
      },
    );
  }

  async function approve(article: ArticleView, exact: string): Promise<string> {
    const { body: draft } = await annotate(article, exact);
    const { body: submitted } = await team.act(draft, 'submit', team.editor);
    expect((await team.act(submitted, 'approve', team.reviewer)).status).toBe(200);
    return draft.id;
  }
});
