import type { AssignmentList, AssignmentView, ArticleView, Problem } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';
import type { Caller } from '../test/test-app';

describe('Assignments', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const idOf = ({ actor }: Caller) => actor.accountId;
  const path = ({ id }: TestArticle) => `/api/articles/${id}/assignments`;
  const make = (article: TestArticle, body: object, by: Caller = team.editor) =>
    by.call<AssignmentView & Problem>('POST', path(article), { kind: 'check', ...body });
  const at = (article: TestArticle, exact: string) => {
    const [{ start, end }] = article.select(exact);
    return { start, end, articleRevision: 1 };
  };
  const list = async (article: TestArticle, by: Caller = team.editor) =>
    (await by.call<AssignmentList>('GET', path(article))).body;
  const act = (one: AssignmentView, what: string, by: Caller) =>
    by.call<AssignmentView & Problem>('POST', `/api/assignments/${one.id}/${what}`, { comment: 'Sånn' });
  const change = (one: AssignmentView, body: object, by: Caller = team.editor, method: 'PATCH' | 'DELETE' = 'PATCH') =>
    by.call<AssignmentView & Problem>(method, `/api/assignments/${one.id}`, method === 'PATCH' ? body : undefined, {
      'if-match': one.etag,
    });
  const assignmentEvents = async ({ id }: TestArticle) =>
    (await team.events(id)).filter(({ type }) => type.startsWith('assignment.'));

  it('are of an article, a stretch or a claim, in the order in which they are due, and each is told in the log', async () => {
    const article = await team.article();
    const claim = await team.annotate(article, 'Den fløy 4600 kilometer.');
    await make(article, { kind: 'legal', assigneeId: idOf(team.colleague), note: 'Injurier?' });
    const dueAt = '2026-12-01T12:00:00.000Z';
    await make(article, { kind: 'review', annotationId: claim.id, assigneeId: idOf(team.reviewer), dueAt });
    const taken = await make(article, { passage: at(article, 'Japan protesterte samme dag.') }, team.colleague);
    expect([taken.status, taken.body.assignee.name, taken.body.by.name]).toEqual([201, 'Ola', 'Ola']);
    expect((await list(article)).items).toMatchObject([
      { kind: 'review', annotationId: claim.id, assignee: { name: 'Rita' }, by: { name: 'Eva' }, dueAt, state: 'open' },
      { kind: 'legal', assignee: { name: 'Ola' }, note: 'Injurier?' },
      { kind: 'check', passage: { exact: 'Japan protesterte samme dag.', anchor: { outcome: 'unchanged' } } },
    ]);
    expect(await assignmentEvents(article)).toMatchObject([
      { type: 'assignment.made', data: { kind: 'legal', assigneeId: idOf(team.colleague), note: 'Injurier?' } },
      { data: { assigneeId: idOf(team.reviewer), dueAt, annotationId: claim.id, exact: 'Den fløy 4600 kilometer.' } },
      { subjectId: taken.body.id, data: { exact: 'Japan protesterte samme dag.' } },
    ]);
  });

  it('go to members who may do them, never to review their own work, and on words that are there', async () => {
    const article = await team.article();
    const claim = await team.annotate(article, 'Den fløy 4600 kilometer.', {}, team.reviewer);
    const refused = async (body: object) => {
      const { status, body: problem } = await make(article, body);
      return [status, problem.errors?.[0]?.pointer ?? problem.code];
    };
    expect(await refused({ assigneeId: idOf(team.stranger) })).toEqual([422, '/assigneeId']);
    expect(await refused({ assigneeId: idOf(team.admin) })).toEqual([422, '/assigneeId']);
    expect(await refused({ kind: 'review', assigneeId: idOf(team.colleague) })).toEqual([422, '/assigneeId']);
    const own = { kind: 'review', annotationId: claim.id, assigneeId: idOf(team.reviewer) };
    expect(await refused(own)).toEqual([422, '/assigneeId']);
    const elsewhere = await team.annotate(await team.article(), 'Den fløy 4600 kilometer.');
    expect(await refused({ annotationId: elsewhere.id })).toEqual([422, '/annotationId']);
    expect(await refused({ passage: { start: 3, end: 100_000, articleRevision: 1 } })).toEqual([
      422,
      'selector-mismatch',
    ]);
    expect(await refused({ passage: { start: 0, end: 3, articleRevision: 2 } })).toEqual([412, 'stale']);
    expect(await assignmentEvents(article)).toEqual([]);
  });

  it('are finished or handed back by whoever has them, once, and by nobody else', async () => {
    const article = await team.article();
    const { body: one } = await make(article, { assigneeId: idOf(team.colleague) });
    expect((await act(one, 'done', team.editor)).body.code).toBe('not-your-assignment');
    const done = await act(one, 'done', team.colleague);
    expect(done.body).toMatchObject({ state: 'done', closed: { by: { name: 'Ola' }, comment: 'Sånn' } });
    expect(await act(one, 'hand-back', team.colleague)).toMatchObject({ status: 409, body: { code: 'overtaken' } });
    const { body: other } = await make(article, { assigneeId: idOf(team.colleague) });
    expect((await act(other, 'hand-back', team.colleague)).body.state).toBe('handedBack');
    expect((await assignmentEvents(article)).map(({ type }) => type)).toEqual([
      'assignment.made',
      'assignment.done',
      'assignment.made',
      'assignment.handedBack',
    ]);
    expect((await list(article)).items.map(({ state }) => state)).toEqual(['handedBack', 'done']);
  });

  it('are given to somebody else and withdrawn by whoever saw their latest state', async () => {
    const article = await team.article();
    const { body: one } = await make(article, { assigneeId: idOf(team.colleague) });
    const { body: moved } = await change(one, { assigneeId: idOf(team.reviewer), dueAt: '2026-12-02T09:00:00.000Z' });
    expect(moved).toMatchObject({ assignee: { name: 'Rita' }, dueAt: '2026-12-02T09:00:00.000Z' });
    expect((await change(one, { note: 'x' })).status).toBe(412);
    expect((await change(moved, { assigneeId: idOf(team.admin) })).status).toBe(422);
    expect((await change(moved, {}, team.reviewer2, 'DELETE')).body.state).toBe('withdrawn');
    expect((await assignmentEvents(article)).map(({ data }) => data)).toMatchObject([
      {},
      { assigneeId: idOf(team.reviewer), before: { assigneeId: idOf(team.colleague) } },
      { state: 'withdrawn' },
    ]);
  });

  it('are said all at once by whoever saw all of them: those not named are withdrawn', async () => {
    const article = await team.article();
    const { body: kept } = await make(article, { assigneeId: idOf(team.colleague) });
    await make(article, { assigneeId: idOf(team.reviewer) });
    const { etag } = await list(article);
    const items = [
      { id: kept.id, kind: 'check', assigneeId: idOf(team.colleague), note: 'Først' },
      { kind: 'review', assigneeId: idOf(team.reviewer) },
    ];
    const put = (body: object[], seen = etag) =>
      team.editor.call<AssignmentList & Problem>('PUT', path(article), { items: body }, { 'if-match': seen });
    expect((await put([{ kind: 'review', assigneeId: idOf(team.colleague) }])).body.errors?.[0]?.pointer).toBe(
      '/items/0/assigneeId',
    );
    const { status, body } = await put(items);
    expect([status, body.items.map(({ state, note, kind }) => [state, note, kind])]).toEqual([
      200,
      [
        ['open', 'Først', 'check'],
        ['open', '', 'review'],
        ['withdrawn', '', 'check'],
      ],
    ]);
    expect((await put(items)).status).toBe(412);
    expect((await put([{ ...items[0], id: idOf(team.editor) }], body.etag)).status).toBe(422);
  });

  it('are undone step by step by whoever did it', async () => {
    const article = await team.article();
    const undo = () => team.editor.call<Problem>('POST', `/api/articles/${article.id}/undo`);
    const { body: one } = await make(article, {});
    await change(one, { note: 'Ring', dueAt: '2026-12-02T09:00:00.000Z' });
    await act(one, 'done', team.editor);
    const now = async () => (await list(article)).items.map(({ state, note, dueAt }) => [state, note, dueAt]);
    await undo();
    expect(await now()).toEqual([['open', 'Ring', '2026-12-02T09:00:00.000Z']]);
    await undo();
    expect(await now()).toEqual([['open', '', undefined]]);
    await undo();
    expect(await now()).toEqual([['withdrawn', '', undefined]]);
  });

  it('follow their stretch to a new text and say what became of it, and leave approvals and reports alone', async () => {
    const article = await team.article('Kim reiste til Moskva. Han kom hjem i mai.');
    await team.approved(article, 'Kim reiste til Moskva.');
    await team.approved(article, 'Han kom hjem i mai.');
    await team.signOff(article.id, team.reviewer2);
    await make(article, { passage: at(article, 'Kim reiste til Moskva.') });
    await make(article, { passage: at(article, 'Han kom hjem i mai.') });
    const reports = await team.editor.call<{ items: { current: boolean }[] }>(
      'GET',
      `/api/articles/${article.id}/reports`,
    );
    expect(reports.body.items).toMatchObject([{ current: true }]);
    const { etag } = (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
    const content = { format: 'text', content: 'I går kveld. Kim reiste til Moskva. Helt andre ord om noe annet.' };
    await team.editor.call('POST', `/api/articles/${article.id}/revisions`, content, { 'if-match': etag });
    const { items } = await list(article);
    expect(items.map(({ passage }) => [passage?.anchor.outcome, passage?.selector?.[0].start])).toEqual([
      ['unchanged', 13],
      ['orphaned', undefined],
    ]);
  });

  it('are of one newsroom', async () => {
    const article = await team.article();
    const { body: one } = await make(article, {});
    expect((await make(article, {}, team.stranger)).status).toBe(404);
    expect((await team.stranger.call('GET', path(article))).status).toBe(404);
    expect((await act(one, 'done', team.stranger)).status).toBe(404);
    expect((await change(one, {}, team.stranger, 'DELETE')).status).toBe(404);
  });
});
