import type { ArticleView, ReviewCount, ReviewMark } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

type Marks = { items: ReviewMark[]; nextCursor?: string };

describe('Marks that wait for a second person', () => {
  let team: TestTeam;

  beforeEach(async () => {
    team = await TestTeam.open();
  });
  afterEach(() => team.close());

  const list = async (by: Caller = team.reviewer, query = ''): Promise<Marks> => {
    const { status, body, text } = await by.call<Marks>('GET', `/api/reviews/marks${query}`);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const count = async (by: Caller = team.reviewer) =>
    (await by.call<ReviewCount>('GET', '/api/reviews/count')).body.marks;
  const etagOf = async (id: string): Promise<string> =>
    (await team.editor.call<ArticleView>('GET', `/api/articles/${id}`)).body.etag;
  const mark = async (id: string, index: number, said: object, by: Caller = team.editor): Promise<void> => {
    const path = `/api/articles/${id}/sentences/${index}/checkability`;
    const { status, text } = await by.call('PUT', path, said, { 'if-match': await etagOf(id) });
    if (status !== 200) throw new Error(text);
  };
  const opinion = { checkable: false, reason: 'opinion' };

  it('are shown in their passage, the oldest first, until somebody confirms them or says otherwise', async () => {
    const [one, two] = [await team.article(), await team.article('Vi bør handle. Det haster.')];
    await mark(two.id, 1, { checkable: false, reason: 'other', note: 'Utrop' });
    await mark(one.id, 2, opinion);
    await mark(two.id, 0, opinion);
    const { items } = await list();
    expect(items.map(({ exact }) => exact)).toEqual(['Det haster.', expect.any(String), 'Vi bør handle.']);
    expect(items[0]).toMatchObject({
      article: { id: two.id, revision: 1 },
      passage: { before: '', text: 'Vi bør handle. Det haster.', start: 15, end: 26, after: '' },
      sentence: 2,
      sentences: 2,
      start: 15,
      reason: 'other',
      note: 'Utrop',
      by: { name: 'Eva' },
    });
    const confirm = `/api/articles/${two.id}/sentences/1/checkability/confirm`;
    const confirmed = await team.reviewer.call('POST', confirm, undefined, { 'if-match': items[0]?.etag ?? '' });
    expect(confirmed.status).toBe(200);
    await mark(two.id, 0, { checkable: true });
    expect((await list()).items.map(({ article }) => article.id)).toEqual([one.id]);
  });

  it('say who may not confirm them', async () => {
    const { id } = await team.article();
    await mark(id, 0, opinion);
    const refusals = async (by: Caller) => (await list(by)).items.map(({ refusal }) => refusal);
    expect([await refusals(team.editor), await refusals(team.colleague)]).toEqual([['ownWork'], [undefined]]);
    expect([await count(team.editor), await count(team.colleague)]).toEqual([0, 1]);
  });

  it('are of the words: those of the rest name it, those of a sentence that was split are none', async () => {
    const article = await team.article('Prisen er 40 kroner, og det er altfor mye.');
    await team.annotate(article, 'Prisen er 40 kroner');
    await mark(article.id, 0, { ...opinion, part: 'rest' });
    expect((await list()).items[0]?.rest).toHaveLength(1);
    expect(await count()).toBe(1);
    const split = await team.editor.call(
      'POST',
      `/api/articles/${article.id}/sentences/0/split`,
      { at: 21 },
      {
        'if-match': await etagOf(article.id),
      },
    );
    expect(split.status).toBe(200);
    expect((await list()).items).toEqual([]);
    expect(await count()).toBe(0);
  });

  it('are those of the current text alone', async () => {
    const { id } = await team.article('Vi bør handle. Det haster.');
    await mark(id, 0, opinion);
    const revised = { format: 'text', content: 'Nå er alt annerledes.' };
    const answer = await team.editor.call('POST', `/api/articles/${id}/revisions`, revised, {
      'if-match': await etagOf(id),
    });
    expect(answer.status).toBe(201);
    expect((await list()).items).toEqual([]);
  });

  it('are of one newsroom', async () => {
    const { id } = await team.article();
    await mark(id, 0, opinion);
    expect((await list(team.stranger)).items).toEqual([]);
    expect(await count(team.stranger)).toBe(0);
  });

  it('come in pages', async () => {
    const { id } = await team.article(Array.from({ length: 60 }, (_, n) => `Vi bør handle ${n} ganger.`).join(' '));
    for (let index = 0; index < 52; index++) await mark(id, index, opinion);
    const first = await list();
    const second = await list(team.reviewer, `?cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 2, undefined]);
    expect(await count()).toBe(52);
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(52);
  });
});
