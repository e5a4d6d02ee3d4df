import type { AnnotationView, ArticleView } from '@belegg/contract';
import { TestTeam, storyText } from '../test/team';
import type { TestArticle } from '../test/article';

describe('Annotations of an earlier revision', () => {
  let desk: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    desk = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await desk.article();
  });
  afterAll(() => desk.close());

  const at = (number: number | string, by = desk.editor) =>
    by.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/revisions/${number}/annotations`);
  const now = async () =>
    (await desk.editor.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/annotations`)).body.items;
  const revise = async (content: string) => {
    const { headers } = await desk.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
    const { status, text } = await desk.editor.call(
      'POST',
      `/api/articles/${article.id}/revisions`,
      { format: 'text', content },
      { 'if-match': headers['etag'] ?? '' },
    );
    if (status !== 201) throw new Error(text);
  };

  it('are what they were, where they were, and as far as they were, whatever came later', async () => {
    const approved = await desk.approved(article, 'Ingen ble skadd, sier Hansen.');
    const draft = await desk.annotate(article, 'Sør-Korea svarte med en øvelse.', { rationale: 'Først' });
    const retired = await desk.annotate(article, 'Japan protesterte samme dag.');
    await desk.act(await desk.annotate(article, 'tirsdag'), 'retire', desk.editor);
    const first = await now();
    expect(first.map(({ id, status }) => [id, status])).toEqual([
      [approved.id, 'approved'],
      [retired.id, 'draft'],
      [draft.id, 'draft'],
    ]);

    await revise(`Nytt.\n${storyText.replace('Ingen ble skadd', 'Ti ble skadd')}`);
    await desk.edit(await desk.get(draft.id), { rationale: 'Så', verdict: 'denied' }, desk.colleague);
    await desk.act(await desk.get(retired.id), 'retire', desk.editor);
    const second = await now();
    expect(second.map(({ status, anchor: { outcome } }) => [status, outcome])).toEqual([
      ['lapsed', 'changed'],
      ['draft', 'unchanged'],
    ]);

    await revise('Noe helt annet om været i går.');
    await desk.act(await desk.get(draft.id), 'retire', desk.editor);
    expect((await now()).map(({ status, anchor: { outcome } }) => [status, outcome])).toEqual([['lapsed', 'orphaned']]);

    expect((await at(1)).body.items).toEqual(first);
    expect((await at(2)).body.items).toEqual(second);
    expect((await at(3)).body.items).toEqual(await now());
  });

  it('hold what was undone as undone', async () => {
    const { id } = await desk.approved(article, 'tirsdag');
    expect((await desk.reviewer.call('POST', `/api/articles/${article.id}/undo`)).status).toBe(200);
    await revise('Noe helt annet.');
    expect((await at(1)).body.items).toMatchObject([{ id, status: 'submitted' }]);
  });

  it('are there for revisions that are there, and for members alone', async () => {
    expect((await at(2)).status).toBe(404);
    expect((await at('x')).status).toBe(404);
    expect((await at(1, desk.app.nobody)).status).toBe(401);
    expect((await at(1, desk.stranger)).status).toBe(404);
    expect((await at(1, desk.admin)).status).toBe(200);
  });
});
