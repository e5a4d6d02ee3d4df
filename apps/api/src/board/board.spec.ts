import type { BoardView } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';
import type { Caller } from '../test/test-app';

describe('The board', () => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await TestTeam.open();
  });
  afterEach(() => team.close());

  const board = async (by: Caller) => (await by.call<BoardView>('GET', '/api/board')).body;
  const short = ({ items, count }: BoardView['mine']) => [count, items.map(({ kind, count: n }) => `${kind} ${n}`)];
  const assign = (article: TestArticle, body: object, by = team.editor) =>
    by.call('POST', `/api/articles/${article.id}/assignments`, { kind: 'check', ...body });
  const idOf = ({ actor }: Caller) => actor.accountId;

  it('tells each person apart what is theirs, what waits for them, and what waits for others', async () => {
    const article = await team.article();
    await team.annotate(article, 'Den fløy 4600 kilometer.');
    await team.submitted(article, 'Nord-Korea skjøt opp en rakett tirsdag.');
    await team.submitted(article, 'Japan protesterte samme dag.');
    const sent = await team.submitted(article, 'Ingen ble skadd, sier Hansen.');
    await team.act(sent, 'return', team.reviewer);
    await team.editor.call(
      'PUT',
      `/api/articles/${article.id}/sentences/0/checkability`,
      { checkable: false, reason: 'heading' },
      { 'if-match': (await team.editor.call<{ etag: string }>('GET', `/api/articles/${article.id}`)).body.etag },
    );
    const asked = { articleId: article.id, askedId: idOf(team.reviewer), text: 'Stemmer det?' };
    const thread = await team.editor.call<{ id: string }>('POST', '/api/threads', asked);

    const mine = await board(team.editor);
    expect(short(mine.mine)).toEqual([2, expect.arrayContaining(['draft 1', 'returned 1'])]);
    expect(mine.mine.items.find(({ kind }) => kind === 'returned')).toMatchObject({
      annotationId: sent.id,
      exact: 'Ingen ble skadd, sier Hansen.',
      article: { id: article.id },
    });
    expect(short(mine.waitsForMe)).toEqual([0, []]);
    expect(short(mine.waitsForOthers)).toEqual([4, expect.arrayContaining(['submitted 2', 'mark 1', 'question 1'])]);

    const reviewers = await board(team.reviewer);
    expect(short(reviewers.mine)).toEqual([0, []]);
    expect(short(reviewers.waitsForMe)).toEqual([4, expect.arrayContaining(['submitted 2', 'mark 1', 'question 1'])]);
    // Whoever may not decide is told of what they can confirm alone; whoever may only read, of nothing.
    expect(short((await board(team.colleague)).waitsForMe)).toEqual([1, ['mark 1']]);
    expect(short((await board(team.admin)).waitsForMe)).toEqual([0, []]);
    expect(short((await board(team.stranger)).waitsForMe)).toEqual([0, []]);

    await team.reviewer.call('POST', `/api/threads/${thread.body.id}/comments`, { text: 'Ja.' });
    expect((await board(team.reviewer)).waitsForMe.items.map(({ kind }) => kind)).not.toContain('question');
  });

  it('tells of tasks by whose turn it is, what is due first, and of what is late to all', async () => {
    const article = await team.article();
    const claim = await team.annotate(article, 'Den fløy 4600 kilometer.');
    const [past, soon] = ['2020-01-01T10:00:00.000Z', '2999-01-01T10:00:00.000Z'];
    await assign(article, { assigneeId: idOf(team.colleague), dueAt: soon });
    await assign(article, { kind: 'legal', assigneeId: idOf(team.colleague), dueAt: past, note: 'Injurier?' });
    await assign(article, { kind: 'review', annotationId: claim.id, assigneeId: idOf(team.reviewer), dueAt: past });
    const [colleague, reviewer] = [await board(team.colleague), await board(team.reviewer)];
    expect(colleague.mine.items.map(({ assignment, dueAt }) => [assignment?.kind, dueAt])).toEqual([
      ['legal', past],
      ['check', soon],
    ]);
    // Its author has not sent it: it waits for her, and nobody calls that late.
    expect(reviewer.mine.count).toBe(0);
    expect(reviewer.waitsForOthers.items).toMatchObject([{ kind: 'assignment', annotationId: claim.id }]);
    expect((await board(team.admin)).late.items).toMatchObject([
      { assignment: { kind: 'legal', assignee: { name: 'Ola' }, by: { name: 'Eva' }, note: 'Injurier?' } },
    ]);
    expect((await board(team.editor)).waitsForOthers.count).toBe(3);
    await team.act(claim, 'submit', team.editor);
    expect((await board(team.reviewer)).mine.items).toMatchObject([{ exact: 'Den fløy 4600 kilometer.' }]);
    expect((await board(team.reviewer2)).late.count).toBe(2);
    expect((await board(team.stranger)).late.count).toBe(0);
  });
});
