import type { AnnotationView, ArticleView, Problem, UndoingView } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';

const words = 'Nord-Korea skjøt opp en rakett tirsdag.';

describe('Undo', () => {
  let desk: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    desk = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await desk.article();
  });
  afterAll(() => desk.close());

  const undo = (by = desk.editor) => by.call<UndoingView & Problem>('POST', `/api/articles/${article.id}/undo`);
  const undone = async (by = desk.editor) => {
    const { status, body, text } = await undo(by);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const read = async () => (await desk.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
  const lastEvent = async () => (await desk.events(article.id)).at(-1);
  const sentence = async (rest: string, method: 'POST' | 'PUT', body?: object, by = desk.editor) =>
    (
      await by.call<ArticleView>(method, `/api/articles/${article.id}/sentences/${rest}`, body, {
        'if-match': (await read()).etag,
      })
    ).body;

  it('retires what was created', async () => {
    const { id } = await desk.annotate(article, words);
    const { undone: action, article: after } = await undone();
    expect(action).toMatchObject({ type: 'annotation.created', seq: 1, subjectId: id });
    expect(after.coverage.byState).toMatchObject({ draft: 0 });
    expect(await desk.get(id)).toMatchObject({ status: 'retired' });
    expect(await lastEvent()).toMatchObject({
      type: 'annotation.retired',
      data: { undoes: 1, before: { status: 'draft' }, after: { status: 'retired' } },
    });
  });

  it('lets what was edited say again what it said, where it said it, as a new revision', async () => {
    const first = await desk.annotate(article, words, {
      rationale: 'Først',
      citations: [{ sourceId: await desk.source('NTB'), stance: 'supports' }],
    });
    await desk.edit(first, { verdict: 'denied', rationale: 'Så', citations: [], selector: article.select('tirsdag') });
    expect((await undone()).undone.type).toBe('annotation.edited');
    const { verdict, rationale, citations, selector, revision, status } = await desk.get(first.id);
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
    const approved = await desk.approved(article, words);
    await desk.edit(approved, { rationale: 'ny' });
    await undone();
    expect(await desk.get(approved.id)).toMatchObject({ rationale: approved.rationale, status: 'lapsed' });
  });

  const steps: [string, (one: AnnotationView) => Promise<unknown>, 'editor' | 'reviewer', string, string][] = [
    ['submitted', () => Promise.resolve(), 'editor', 'submitted', 'draft'],
    ['withdrawn', (one) => desk.act(one, 'withdraw', desk.editor), 'editor', 'draft', 'submitted'],
    ['approved', (one) => desk.act(one, 'approve', desk.reviewer), 'reviewer', 'approved', 'submitted'],
    ['returned', (one) => desk.act(one, 'return', desk.reviewer), 'reviewer', 'returned', 'submitted'],
    ['retired', (one) => desk.act(one, 'retire', desk.editor), 'editor', 'retired', 'submitted'],
  ];
  it.each(steps)('of %s: the status is again what it was', async (kind, act, who, before, after) => {
    const one = await desk.submitted(article, words);
    await act(one);
    expect((await desk.get(one.id)).status).toBe(before);
    expect((await undone(desk[who])).undone).toMatchObject({ type: `annotation.${kind}`, subjectId: one.id });
    const now = await desk.get(one.id);
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
    const one = await desk.approved(article, words);
    expect((await read()).coverage.approved).toBe(1);
    expect((await undone(desk.reviewer)).article.coverage.approved).toBe(0);
    const queue = await desk.reviewer.call<{ items: { annotation: AnnotationView }[] }>('GET', '/api/reviews');
    expect(queue.body.items.map(({ annotation }) => annotation.id)).toContain(one.id);
    const now = await desk.get(one.id);
    const answers = await Promise.all([
      desk.act(now, 'approve', desk.reviewer),
      desk.act(now, 'approve', desk.reviewer2),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const again = desk.app.database.inNewsroom(desk.newsroomId, (tx) =>
      tx.reviewStep.create({
        data: {
          newsroomId: desk.newsroomId,
          id: crypto.randomUUID(),
          articleId: article.id,
          annotationId: one.id,
          annotationRevision: 1,
          articleRevision: 1,
          kind: 'approved',
          round: 7,
          actorId: desk.reviewer.actor.accountId,
          createdAt: new Date(),
          eventId: 1n,
        },
      }),
    );
    await expect(again).rejects.toMatchObject({ code: 'stale' });
  });

  it('goes further back each time, and is not itself undone', async () => {
    const one = await desk.submitted(article, words);
    await desk.act(one, 'withdraw', desk.editor);
    const types = [];
    for (let times = 0; times < 3; times += 1) types.push((await undone()).undone.type);
    expect(types).toEqual(['annotation.withdrawn', 'annotation.submitted', 'annotation.created']);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
    expect((await desk.events(article.id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses once somebody else has done more to the same annotation, not to another one', async () => {
    const one = await desk.annotate(article, words);
    await desk.annotate(article, 'tirsdag', {}, desk.colleague);
    await desk.edit(one, { rationale: 'x' }, desk.colleague);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'overtaken' } });
    await undone(desk.colleague);
    expect((await undone()).undone).toMatchObject({ type: 'annotation.created', subjectId: one.id });
  });

  const revise = async (by: typeof desk.editor, content: string) =>
    by.call(
      'POST',
      `/api/articles/${article.id}/revisions`,
      { format: 'text', content },
      { 'if-match': (await read()).etag },
    );

  it('puts back what was moved by hand on a new text to where it came through to, and never takes back that a passage was accepted', async () => {
    const one = await desk.annotate(article, words, { rationale: 'Først' }, desk.colleague);
    const other = await desk.annotate(article, 'Sør-Korea svarte med en øvelse.', {}, desk.colleague);
    await revise(desk.reviewer, `Nytt.\n${article.text.text.replace('en øvelse', 'en stor øvelse')}`);
    const placed = await desk.get(one.id);
    await desk.edit(placed, {
      rationale: 'Så',
      selector: [
        { ...placed.selector[0], start: placed.selector[0].start + 10 },
        { ...placed.selector[1], exact: words.slice(10), prefix: '', suffix: '' },
      ],
    });
    expect((await desk.get(one.id)).selector[1].exact).toBe(words.slice(10));
    await undone();
    expect(await desk.get(one.id)).toMatchObject({
      rationale: 'Først',
      revision: 3,
      selector: placed.selector,
      articleRevision: 2,
    });
    const suggested = await desk.get(other.id);
    expect(suggested.anchor.outcome).toBe('changed');
    await desk.edit(suggested, { selector: suggested.selector });
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'not-undoable' } });
  });

  it('refuses what cannot be undone, and what was done on an earlier text', async () => {
    const one = await desk.annotate(article, words);
    await revise(desk.colleague, `Nytt.\n${article.text.text}`);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'overtaken' } });
    expect(await undo(desk.colleague)).toMatchObject({ status: 409, body: { code: 'not-undoable' } });
    expect((await desk.get(one.id)).status).toBe('draft');
  });

  it('does not let an annotation stand again on a source that was retired meanwhile', async () => {
    const sourceId = await desk.source('Reuters');
    const one = await desk.annotate(article, words, { citations: [{ sourceId, stance: 'supports' }] });
    await desk.act(one, 'retire', desk.editor);
    const { headers } = await desk.editor.call('GET', `/api/sources/${sourceId}`);
    expect(
      (await desk.editor.call('DELETE', `/api/sources/${sourceId}`, undefined, { 'if-match': headers['etag'] ?? '' }))
        .status,
    ).toBe(204);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'not-undoable' } });
  });

  it('takes a mark back to what was said before, with who said and who confirmed it', async () => {
    const mark = (reason: string, by = desk.editor) =>
      sentence('0/checkability', 'PUT', { checkable: false, reason }, by);
    await mark('heading');
    await desk.confirm(article.id, 0, desk.colleague);
    await mark('opinion', desk.reviewer);
    expect((await undone(desk.reviewer)).article.sentences[0]).toMatchObject({
      state: 'notCheckable',
      reason: 'heading',
      markedBy: { name: 'Eva' },
    });
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'overtaken' } });
    expect((await undone(desk.colleague)).article.sentences[0]).toMatchObject({
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
    await desk.approved(article, words);
    await sentence('1/split', 'POST', { at: article.text.text.indexOf('en rakett') });
    expect((await undone()).article.sentences[1]).toMatchObject({ state: 'approved' });
    await sentence('2/split', 'POST', { at: article.text.text.indexOf('4600') }, desk.colleague);
    await desk.approved(article, 'tirsdag. Den fløy 4600 kilometer. Ingen ble skadd, sier Hansen.');
    expect(await undo(desk.colleague)).toMatchObject({ status: 409, body: { code: 'hides-unchecked' } });
  });

  it('happens once when two ask at once', async () => {
    await desk.annotate(article, words);
    const answers = await Promise.all([undo(), undo()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is for those who write, in their own newsroom', async () => {
    for (const [by, status] of [
      [desk.app.nobody, 401],
      [desk.stranger, 404],
      [desk.admin, 403],
    ] as const)
      expect((await undo(by)).status).toBe(status);
    expect(await undo(desk.reviewer)).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
  });
});
