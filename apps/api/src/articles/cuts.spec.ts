import type { ArticleView, Problem } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';

const story = 'Kim kom i 1997, hun dro. Slik bør det ikke være.\nRaketten fløy langt. Den falt i havet.';
const opinion = { checkable: false, reason: 'opinion' };

describe('Cutting sentences', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article(story);
  });
  afterAll(() => team.close());

  type Answered = ArticleView & Problem;
  const read = async () => (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
  const path = (rest: string) => `/api/articles/${article.id}/sentences/${rest}`;
  const seen = async (etag?: string) => ({ 'if-match': etag ?? (await read()).etag });
  const split = async (index: number, before: string, etag?: string, by = team.editor) =>
    by.call<Answered>('POST', path(`${index}/split`), { at: story.indexOf(before) }, await seen(etag));
  const join = async (index: number, etag?: string, by = team.editor) =>
    by.call<Answered>('POST', path(`${index}/join`), undefined, await seen(etag));
  const mark = async (index: number, etag?: string) =>
    team.editor.call<Answered>('PUT', path(`${index}/checkability`), opinion, await seen(etag));
  const wordsOf = ({ sentences, revision: { text } }: ArticleView) =>
    sentences.map(({ start, end }) => text.slice(start, end));
  const statesOf = ({ sentences }: ArticleView) => sentences.map(({ state }) => state);
  const revise = async (content: string) => {
    const { status, text } = await team.editor.call(
      'POST',
      `/api/articles/${article.id}/revisions`,
      { format: 'text', content },
      await seen(),
    );
    if (status !== 201) throw new Error(text);
    return read();
  };

  it('splits one and joins two, as new segmentations that name themselves in the ETag', async () => {
    const before = await read();
    const cut = await split(0, 'hun dro');
    expect(cut).toMatchObject({ status: 200, headers: { etag: '"r1.s1.m1"' } });
    expect(wordsOf(cut.body)).toEqual([
      'Kim kom i 1997,',
      'hun dro.',
      'Slik bør det ikke være.',
      'Raketten fløy langt.',
      'Den falt i havet.',
    ]);
    expect(cut.body.sentences.slice(2).map(({ id }) => id)).toEqual(before.sentences.slice(1).map(({ id }) => id));
    const joined = await join(3);
    expect(wordsOf(joined.body).at(-1)).toBe('Raketten fløy langt. Den falt i havet.');
    expect(joined.body.etag).toBe('"r1.s2.m1"');
    const revision = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}/revisions/1`);
    expect(revision.body.sentences.map(({ id }) => id)).toEqual(joined.body.sentences.map(({ id }) => id));
    const list = await team.editor.call<{ items: ArticleView[] }>('GET', '/api/articles');
    expect(list.body.items.find(({ id }) => id === article.id)?.coverage).toEqual(joined.body.coverage);
    expect((await team.events(article.id)).slice(-2)).toMatchObject([
      {
        type: 'sentence.split',
        data: {
          sentence: 0,
          start: 0,
          end: 24,
          at: 16,
          segmentation: 1,
          articleRevision: 1,
          exact: 'Kim kom i 1997, hun dro.',
        },
      },
      {
        type: 'sentence.joined',
        data: { sentence: 3, segmentation: 2, exact: 'Raketten fløy langt. Den falt i havet.' },
      },
    ]);
  });

  it('refuses a cut that leaves no words, and a join beyond the block', async () => {
    for (const at of ['Kim', ' Slik', 'Raketten'])
      expect(await split(0, at)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/at' }] } });
    expect((await split(9, 'hun')).status).toBe(404);
    expect(await join(1)).toMatchObject({ status: 409, body: { code: 'last-in-block' } });
    expect(await join(3)).toMatchObject({ status: 409, body: { code: 'last-in-block' } });
    expect((await join(9)).status).toBe(404);
    expect(await team.events(article.id)).toEqual([]);
  });

  it('is asked of the segmentation that was seen, and so is a mark', async () => {
    const { etag } = await read();
    await split(0, 'hun dro');
    for (const stale of [await split(2, 'bør', etag), await join(0, etag), await mark(0, etag)]) {
      expect(stale).toMatchObject({ status: 412, body: { code: 'stale', current: { etag: '"r1.s1.m1"' } } });
    }
    for (const rest of ['0/split', '0/join'])
      expect((await team.editor.call('POST', path(rest), rest === '0/split' ? { at: 3 } : undefined)).status).toBe(428);
  });

  it('by two at once: one cut, one 412', async () => {
    const { etag } = await read();
    const answers = await Promise.all([split(0, 'hun dro', etag), join(2, etag, team.colleague)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await read()).etag).toBe('"r1.s1.m1"');
  });

  it('is for those who write, in their own newsroom', async () => {
    const { etag } = await read();
    for (const [by, status] of [
      [team.app.nobody, 401],
      [team.stranger, 404],
      [team.admin, 403],
    ] as const) {
      expect((await split(0, 'hun dro', etag, by)).status).toBe(status);
      expect((await join(0, etag, by)).status).toBe(status);
    }
  });

  it('leaves each mark with its words: one of a sentence that is split counts no more, until it is whole again', async () => {
    await mark(1);
    await mark(0);
    const cut = (await split(0, 'hun dro')).body;
    expect(statesOf(cut)).toEqual(['unchecked', 'unchecked', 'notCheckableProposed', 'unchecked', 'unchecked']);
    expect(cut.sentences[0]).toMatchObject({ checkable: true });
    expect((await team.confirm(article.id, 2, team.colleague)).body.sentences[2]).toMatchObject({
      state: 'notCheckable',
    });
    expect(statesOf((await join(0)).body)).toEqual(['notCheckableProposed', 'notCheckable', 'unchecked', 'unchecked']);
  });

  it('leaves annotations where they are, and never makes an open sentence look finished', async () => {
    const { id } = await team.approved(article, 'Raketten fløy langt.');
    expect(statesOf((await join(2)).body)).toEqual(['unchecked', 'unchecked', 'partly']);
    const cut = (await split(2, 'langt')).body;
    expect(statesOf(cut)).toEqual(['unchecked', 'unchecked', 'approved', 'partly']);
    expect(await team.get(id)).toMatchObject({ status: 'approved', anchor: { outcome: 'unchanged' } });
    const whole = await team.article(story);
    await team.approved(whole, story);
    article = whole;
    expect(statesOf(await read())).toEqual(Array(4).fill('unchecked'));
    expect(await join(2)).toMatchObject({ status: 409, body: { code: 'hides-unchecked' } });
  });

  it('is kept in the next text where the words stand, and carries approvals and marks by the sentences as they were cut', async () => {
    await split(0, 'hun dro');
    await mark(2);
    await team.confirm(article.id, 2, team.colleague);
    await team.approved(article, 'hun dro.');
    const now = await revise(`Nytt.\n${story}`);
    expect(now.etag).toBe('"r2.s1.m1"');
    expect(wordsOf(now).slice(0, 4)).toEqual(['Nytt.', 'Kim kom i 1997,', 'hun dro.', 'Slik bør det ikke være.']);
    expect(statesOf(now).slice(0, 4)).toEqual(['unchecked', 'unchecked', 'approved', 'notCheckable']);
    const again = await revise(`Nytt.\n${story.replace('1997', '1998')}`);
    expect(again.etag).toBe('"r3.s0.m1"');
    expect(wordsOf(again)[1]).toBe('Kim kom i 1998, hun dro.');
    expect(statesOf(again)).not.toContain('approved');
  });
});
