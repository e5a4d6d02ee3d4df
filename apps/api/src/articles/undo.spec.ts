import type { AnnotationView, ArticleView, Problem, UndoingView } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';

const words = 'Nord-Korea skjøt opp en rakett tirsdag.';

describe('Undo', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article();
  });
  afterAll(() => team.close());

  const undo = (by = team.editor) => by.call<UndoingView & Problem>('POST', `/api/articles/${article.id}/undo`);
  const undone = async (by = team.editor) => {
    const { status, body, text } = await undo(by);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const read = async () => (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
  const lastEvent = async () => (await team.events(article.id)).at(-1);
  const sentence = async (rest: string, method: 'POST' | 'PUT', body?: object, by = team.editor) =>
    (
      await by.call<ArticleView>(method, `/api/articles/${article.id}/sentences/${rest}`, body, {
        'if-match': (await read()).etag,
      })
    ).body;

  it('retires what was created', async () => {
    const { id } = await team.annotate(article, words);
    const { undone: action, article: after } = await undone();
    expect(action).toMatchObject({ type: 'annotation.created', seq: 1, subjectId: id });
    expect(after.coverage.byState).toMatchObject({ draft: 0 });
    expect(await team.get(id)).toMatchObject({ status: 'retired' });
    expect(await lastEvent()).toMatchObject({
      type: 'annotation.retired',
      data: { undoes: 1, before: { status: 'draft' }, after: { status: 'retired' } },
    });
  });

  it('lets what was edited say again what it said, where it said it, as a new revision', async () => {
    const first = await team.annotate(article, words, {
      rationale: 'Først',
      citations: [{ sourceId: await team.source('NTB'), stance: 'supports' }],
    });
    await team.edit(first, { verdict: 'denied', rationale: 'Så', citations: [], selector: article.select('tirsdag') });
    expect((await undone()).undone.type).toBe('annotation.edited');
    const { verdict, rationale, citations, selector, revision, status } = await team.get(first.id);
    expect({ verdict, rationale, citations, selector }).toEqual({
      verdict: first.verdict,
      rationale: 'Først',
      citations: first.citations,
      selector: first.selector,
    });
    expect({ revision, status }).toEqual({ revision: 3, status: 'draft' });
    expect(await lastEvent()).toMatchObject({ type: 'annotation.edited', data: { undoes: 2, annotationRevision: 3 } });
  });

  it('revives no approval by it', async () => {
    const approved = await team.approved(article, words);
    await team.edit(approved, { rationale: 'ny' });
    await undone();
    expect(await team.get(approved.id)).toMatchObject({ rationale: approved.rationale, status: 'lapsed' });
  });

  const steps: [string, (one: AnnotationView) => Promise<unknown>, 'editor' | 'reviewer', string, string][] = [
    ['submitted', () => Promise.resolve(), 'editor', 'submitted', 'draft'],
    ['withdrawn', (one) => team.act(one, 'withdraw', team.editor), 'editor', 'draft', 'submitted'],
    ['approved', (one) => team.act(one, 'approve', team.reviewer), 'reviewer', 'approved', 'submitted'],
    ['returned', (one) => team.act(one, 'return', team.reviewer), 'reviewer', 'returned', 'submitted'],
    ['retired', (one) => team.act(one, 'retire', team.editor), 'editor', 'retired', 'submitted'],
  ];
  it.each(steps)('of %s: the status is again what it was', async (kind, act, who, before, after) => {
    const one = await team.submitted(article, words);
    await act(one);
    expect((await team.get(one.id)).status).toBe(before);
    expect((await undone(team[who])).undone).toMatchObject({ type: `annotation.${kind}`, subjectId: one.id });
    const now = await team.get(one.id);
    expect(now).toMatchObject({
      status: after,
      revision: 1,
      steps: expect.arrayContaining([expect.objectContaining({ kind: 'undone' })]),
    });
    expect(await lastEvent()).toMatchObject({
      type: 'annotation.undone',
      data: { undone: `annotation.${kind}`, before: { status: before }, after: { status: after } },
    });
  });

  it('of an approval: it counts no more, is in no report, and the same words can be approved again, once', async () => {
    const one = await team.approved(article, words);
    expect((await read()).coverage.approved).toBe(1);
    expect((await undone(team.reviewer)).article.coverage.approved).toBe(0);
    const queue = await team.reviewer.call<{ items: { annotation: AnnotationView }[] }>('GET', '/api/reviews');
    expect(queue.body.items.map(({ annotation }) => annotation.id)).toContain(one.id);
    const now = await team.get(one.id);
    const answers = await Promise.all([
      team.act(now, 'approve', team.reviewer),
      team.act(now, 'approve', team.reviewer2),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const again = team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.reviewStep.create({
        data: {
          newsroomId: team.newsroomId,
          id: crypto.randomUUID(),
          articleId: article.id,
          annotationId: one.id,
          annotationRevision: 1,
          articleRevision: 1,
          kind: 'approved',
          round: 7,
          actorId: team.reviewer.actor.accountId,
          createdAt: new Date(),
          eventId: 1n,
        },
      }),
    );
    await expect(again).rejects.toMatchObject({ code: 'stale' });
  });

  it('goes further back each time, and is not itself undone', async () => {
    const one = await team.submitted(article, words);
    await team.act(one, 'withdraw', team.editor);
    const types = [];
    for (let times = 0; times < 3; times += 1) types.push((await undone()).undone.type);
    expect(types).toEqual(['annotation.withdrawn', 'annotation.submitted', 'annotation.created']);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
    expect((await team.events(article.id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses once somebody else has done more to the same annotation, not to another one', async () => {
    const one = await team.annotate(article, words);
    await team.annotate(article, 'tirsdag', {}, team.colleague);
    await team.edit(one, { rationale: 'x' }, team.colleague);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'overtaken' } });
    await undone(team.colleague);
    expect((await undone()).undone).toMatchObject({ type: 'annotation.created', subjectId: one.id });
  });

  const revise = async (by: typeof team.editor, content: string) =>
    by.call(
      'POST',
      `/api/articles/${article.id}/revisions`,
      { format: 'text', content },
      { 'if-match': (await read()).etag },
    );

  it('puts back what was moved by hand on a new text to where it came through to, and never takes back that a passage was accepted', async () => {
    const one = await team.annotate(article, words, { rationale: 'Først' }, team.colleague);
    const other = await team.annotate(article, 'Sør-Korea svarte med en øvelse.', {}, team.colleague);
    await revise(team.reviewer, `Nytt.\n${article.text.text.replace('en øvelse', 'en stor øvelse')}`);
    const placed = await team.get(one.id);
    await team.edit(placed, {
      rationale: 'Så',
      selector: [
        { ...placed.selector[0], start: placed.selector[0].start + 10 },
        { ...placed.selector[1], exact: words.slice(10), prefix: '', suffix: '' },
      ],
    });
    expect((await team.get(one.id)).selector[1].exact).toBe(words.slice(10));
    await undone();
    expect(await team.get(one.id)).toMatchObject({
      rationale: 'Først',
      revision: 3,
      selector: placed.selector,
      articleRevision: 2,
    });
    const suggested = await team.get(other.id);
    expect(suggested.anchor.outcome).toBe('changed');
    await team.edit(suggested, { selector: suggested.selector });
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'not-undoable' } });
  });

  it('refuses what cannot be undone, and what was done on an earlier text', async () => {
    const one = await team.annotate(article, words);
    await revise(team.colleague, `Nytt.\n${article.text.text}`);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'overtaken' } });
    expect(await undo(team.colleague)).toMatchObject({ status: 409, body: { code: 'not-undoable' } });
    expect((await team.get(one.id)).status).toBe('draft');
  });

  it('does not let an annotation stand again on a source that was retired meanwhile', async () => {
    const sourceId = await team.source('Reuters');
    const one = await team.annotate(article, words, { citations: [{ sourceId, stance: 'supports' }] });
    await team.act(one, 'retire', team.editor);
    const { headers } = await team.editor.call('GET', `/api/sources/${sourceId}`);
    expect(
      (await team.editor.call('DELETE', `/api/sources/${sourceId}`, undefined, { 'if-match': headers['etag'] ?? '' }))
        .status,
    ).toBe(204);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'not-undoable' } });
  });

  it('takes a mark back to what was said before, with who said and who confirmed it', async () => {
    const mark = (reason: string, by = team.editor) =>
      sentence('0/checkability', 'PUT', { checkable: false, reason }, by);
    await mark('heading');
    await team.confirm(article.id, 0, team.colleague);
    await mark('opinion', team.reviewer);
    expect((await undone(team.reviewer)).article.sentences[0]).toMatchObject({
      state: 'notCheckable',
      reason: 'heading',
      markedBy: { name: 'Eva' },
    });
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'overtaken' } });
    expect((await undone(team.colleague)).article.sentences[0]).toMatchObject({
      state: 'notCheckableProposed',
      reason: 'heading',
      markedBy: { name: 'Eva' },
    });
    const { article: after } = await undone();
    expect(after.sentences[0]).toMatchObject({ state: 'unchecked', checkable: true, suggestion: 'heading' });
    expect(await lastEvent()).toMatchObject({
      type: 'sentence.marked',
      data: { undoes: 1, before: { checkable: false, reason: 'heading' }, after: { checkable: true } },
    });
    expect(await undo()).toMatchObject({ body: { code: 'nothing-to-undo' } });
  });

  it('joins what was split and splits what was joined', async () => {
    const before = (await read()).sentences;
    await sentence('1/split', 'POST', { at: article.text.text.indexOf('en rakett') });
    await sentence('3/join', 'POST');
    expect((await undone()).undone.type).toBe('sentence.joined');
    expect((await undone()).undone.type).toBe('sentence.split');
    expect((await read()).sentences).toEqual(before);
  });

  it('gives an approved sentence its whole again, but makes no passage short enough that was too long', async () => {
    await team.approved(article, words);
    await sentence('1/split', 'POST', { at: article.text.text.indexOf('en rakett') });
    expect((await undone()).article.sentences[1]).toMatchObject({ state: 'approved' });
    await sentence('2/split', 'POST', { at: article.text.text.indexOf('4600') }, team.colleague);
    await team.approved(article, 'tirsdag. Den fløy 4600 kilometer. Ingen ble skadd, sier Hansen.');
    expect(await undo(team.colleague)).toMatchObject({ status: 409, body: { code: 'hides-unchecked' } });
  });

  it('happens once when two ask at once', async () => {
    await team.annotate(article, words);
    const answers = await Promise.all([undo(), undo()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is for those who write, in their own newsroom', async () => {
    for (const [by, status] of [
      [team.app.nobody, 401],
      [team.stranger, 404],
      [team.admin, 403],
    ] as const)
      expect((await undo(by)).status).toBe(status);
    expect(await undo(team.reviewer)).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
  });
});
