import type { AnnotationView, ArticleView } from '@belegg/contract';
import { TestTeam, storyText } from '../test/team';
import type { TestArticle } from '../test/article';

describe('Annotations of an earlier revision', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article();
  });
  afterAll(() => team.close());

  const at = (number: number | string, by = team.editor) =>
    by.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/revisions/${number}/annotations`);
  const now = async () =>
    (await team.editor.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/annotations`)).body.items;
  const revise = async (content: string) => {
    const { headers } = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
    const { status, text } = await team.editor.call(
      'POST',
      `/api/articles/${article.id}/revisions`,
      { format: 'text', content },
      { 'if-match': headers['etag'] ?? '' },
    );
    if (status !== 201) throw new Error(text);
  };

  it('are what they were, where they were, and as far as they were, whatever came later', async () => {
    const approved = await team.approved(article, 'Ingen ble skadd, sier Hansen.');
    const draft = await team.annotate(article, 'Sør-Korea svarte med en øvelse.', { rationale: 'Først' });
    const retired = await team.annotate(article, 'Japan protesterte samme dag.');
    await team.act(await team.annotate(article, 'tirsdag'), 'retire', team.editor);
    const first = await now();
    expect(first.map(({ id, status }) => [id, status])).toEqual([
      [approved.id, 'approved'],
      [retired.id, 'draft'],
      [draft.id, 'draft'],
    ]);

    await revise(`Nytt.\n${storyText.replace('Ingen ble skadd', 'Ti ble skadd')}`);
    await team.edit(await team.get(draft.id), { rationale: 'Så', verdict: 'denied' }, team.colleague);
    await team.act(await team.get(retired.id), 'retire', team.editor);
    const second = await now();
    expect(second.map(({ status, anchor: { outcome } }) => [status, outcome])).toEqual([
      ['lapsed', 'changed'],
      ['draft', 'unchanged'],
    ]);

    await revise('Noe helt annet om været i går.');
    await team.act(await team.get(draft.id), 'retire', team.editor);
    expect((await now()).map(({ status, anchor: { outcome } }) => [status, outcome])).toEqual([['lapsed', 'orphaned']]);

    expect((await at(1)).body.items).toEqual(first);
    expect((await at(2)).body.items).toEqual(second);
    expect((await at(3)).body.items).toEqual(await now());
  });

  it('hold what was undone as undone', async () => {
    const { id } = await team.approved(article, 'tirsdag');
    expect((await team.reviewer.call('POST', `/api/articles/${article.id}/undo`)).status).toBe(200);
    await revise('Noe helt annet.');
    expect((await at(1)).body.items).toMatchObject([{ id, status: 'submitted' }]);
  });

  it('are there for revisions that are there, and for members alone', async () => {
    expect((await at(2)).status).toBe(404);
    expect((await at('x')).status).toBe(404);
    expect((await at(1, team.app.nobody)).status).toBe(401);
    expect((await at(1, team.stranger)).status).toBe(404);
    expect((await at(1, team.admin)).status).toBe(200);
  });
});
