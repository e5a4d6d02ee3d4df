import type { ArticleView, Problem } from '@belegg/contract';
import { TestTeam } from '../test/team';

const story =
  'Kim kom til Moskva.\nDet er galt. Slik bør det ikke være. Raketten fløy langt.\nLes også: Slik er rakettene';

describe('Sentences', () => {
  let team: TestTeam;
  let article: ArticleView;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = (
      await team.editor.call<ArticleView>('POST', '/api/articles', {
        title: 'Kim',
        format: 'text',
        content: story,
        language: 'nb',
      })
    ).body;
  });
  afterAll(() => team.close());

  const path = (index: number | string) => `/api/articles/${article.id}/sentences/${index}/checkability`;
  const mark = (index: number, body: object, by = team.editor, etag = article.etag) =>
    by.call<ArticleView & Problem>('PUT', path(index), body, { 'if-match': etag });
  const confirm = (index: number, by = team.colleague) => team.confirm(article.id, index, by);
  const confirmSeen = (index: number, etag: string | undefined) =>
    team.colleague.call<ArticleView & Problem>('POST', `${path(index)}/confirm`, undefined, {
      ...(etag !== undefined && { 'if-match': etag }),
    });
  const opinion = { checkable: false, reason: 'opinion' };
  const revise = async (content: string) => {
    const { body } = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
    expect(
      (
        await team.editor.call(
          'POST',
          `/api/articles/${article.id}/revisions`,
          { format: 'text', content },
          { 'if-match': body.etag },
        )
      ).status,
    ).toBe(201);
    return (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
  };

  it('are proposed as not checkable by one person, and confirmed by another', async () => {
    const marked = await mark(1, opinion);
    expect(marked).toMatchObject({
      status: 200,
      headers: { etag: article.etag },
      body: { coverage: { checkable: 5, byState: { notCheckableProposed: 1 } } },
    });
    expect(marked.body.sentences[1]).toMatchObject({
      state: 'notCheckableProposed',
      checkable: false,
      reason: 'opinion',
      markedBy: { name: 'Eva' },
    });
    expect(await confirm(1, team.editor)).toMatchObject({ status: 403, body: { code: 'own-work' } });
    expect(await confirm(1)).toMatchObject({
      status: 200,
      body: { coverage: { checkable: 4, byState: { notCheckable: 1 } } },
    });
    expect(await confirm(1, team.reviewer)).toMatchObject({ status: 409, body: { code: 'duplicate' } });
    expect((await mark(1, { checkable: true })).body.coverage).toMatchObject({
      checkable: 5,
      byState: { unchecked: 5 },
    });
    expect((await team.events(article.id)).map(({ type }) => type)).toEqual([
      'article.created',
      'sentence.marked',
      'sentence.confirmed',
      'sentence.marked',
    ]);
  });

  it('need a reason, and a note where the reason is another', async () => {
    expect(await mark(1, { checkable: false })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason' }] },
    });
    expect(await mark(1, { checkable: false, reason: 'other' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/note' }] },
    });
    expect((await mark(99, opinion)).status).toBe(404);
    expect((await mark(-1, opinion)).status).toBe(404);
    expect((await confirm(99)).status).toBe(404);
    expect((await confirm(1)).status).toBe(412);
  });

  it('are marked on the text that was seen', async () => {
    await revise(`Nytt.\n${story}`);
    expect(await mark(1, opinion)).toMatchObject({
      status: 412,
      body: { code: 'stale', current: { etag: '"r2.s0.m1"' } },
    });
    expect((await team.editor.call('PUT', path(1), opinion)).status).toBe(428);
    expect((await mark(1, opinion, team.editor, '"r2.s0.m1"')).status).toBe(200);
  });

  it('are confirmed as what was seen to be said of them, and nothing else', async () => {
    const seen = (await mark(1, opinion)).body.sentences[1]?.etag;
    expect(seen).toMatch(/^"k[0-9a-f-]{36}"$/);
    expect((await confirmSeen(1, undefined)).status).toBe(428);
    await mark(1, { checkable: false, reason: 'other', note: 'Han er en løgner' });
    const stale = await confirmSeen(1, seen);
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale' } });
    const { sentences } = stale.body.current as ArticleView;
    expect(sentences[1]).toMatchObject({ note: 'Han er en løgner', state: 'notCheckableProposed' });
    expect((await confirmSeen(1, sentences[1]?.etag)).status).toBe(200);
    const text = await revise(`Nytt.\n${story}`);
    expect(text.sentences[2]?.etag).not.toBe(sentences[1]?.etag);
    expect((await confirmSeen(2, sentences[1]?.etag)).status).toBe(412);
  });

  it('are marked by those who write, in their own newsroom', async () => {
    expect((await mark(1, opinion, team.app.nobody)).status).toBe(401);
    expect((await mark(1, opinion, team.stranger)).status).toBe(404);
    expect((await mark(1, opinion, team.admin)).status).toBe(403);
    expect((await confirm(1, team.app.nobody)).status).toBe(401);
    expect((await confirm(1, team.stranger)).status).toBe(404);
    expect((await confirm(1, team.admin)).status).toBe(403);
  });

  it('carry their marks to a new text where they and the sentence before are identical, wherever they went', async () => {
    await mark(1, opinion);
    await confirm(1);
    await mark(2, { checkable: false, reason: 'other', note: 'En mening' }, team.reviewer);
    await mark(4, { checkable: false, reason: 'boilerplate' });
    const now = await revise(`Nytt avsnitt her.\n${story.replace('Raketten fløy langt.', 'Raketten fløy kort.')}`);
    expect(now.sentences.map(({ state }) => state)).toEqual([
      'unchecked',
      'unchecked',
      'notCheckable',
      'notCheckableProposed',
      'unchecked',
      'notCheckableProposed',
    ]);
    expect(now.sentences[3]).toMatchObject({ reason: 'other', note: 'En mening', markedBy: { name: 'Rita' } });
    expect((await team.events(article.id)).at(-1)).toMatchObject({
      type: 'article.revised',
      data: { carriedMarks: 3 },
    });
    expect(await confirm(3, team.reviewer)).toMatchObject({ status: 403 });
    expect((await confirm(3)).body.sentences[3]).toMatchObject({ state: 'notCheckable' });
  });

  it('lose their marks when the sentence before changes, and get none back', async () => {
    await mark(2, opinion);
    await confirm(2);
    expect((await revise(story.replace('Det er galt.', 'Det er bra.'))).sentences[2]).toMatchObject({
      state: 'unchecked',
      checkable: true,
    });
    expect((await revise(story)).sentences[2]).toMatchObject({ state: 'unchecked' });
  });

  it('lose their marks when the date changes', async () => {
    await mark(1, opinion);
    await confirm(1);
    const { body } = await team.editor.call<ArticleView>(
      'PATCH',
      `/api/articles/${article.id}`,
      { date: '2024-12-01' },
      { 'if-match': article.etag },
    );
    expect(body.sentences[1]).toMatchObject({ state: 'unchecked' });
  });
});
