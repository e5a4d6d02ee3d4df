import type { AnnotationView, ArticleView, Problem, ThreadView } from '@belegg/contract';
import fc from 'fast-check';
import { docx, p, r } from '../intake/formats/word/test/docx';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';
import type { TestArticle } from '../test/article';
import type { Caller } from '../test/test-app';

describe('Threads', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const begin = (body: object, by: Caller = team.editor) =>
    by.call<ThreadView & Problem>('POST', '/api/threads', { text: 'Er dette sikkert?', ...body });
  const list = async (query: string, by: Caller = team.editor) =>
    (await by.call<{ items: ThreadView[] }>('GET', `/api/threads?${query}`)).body.items;
  const act = (thread: ThreadView, what: string, body?: object, by: Caller = team.editor) =>
    by.call<ThreadView & Problem>('POST', `/api/threads/${thread.id}/${what}`, body);
  const edit = (thread: ThreadView, number: number, body: object, by: Caller = team.editor) =>
    by.call<ThreadView & Problem>('PATCH', `/api/threads/${thread.id}/comments/${number}`, body);
  const revise = async ({ id }: TestArticle, content: string) => {
    const { etag } = (await team.editor.call<ArticleView>('GET', `/api/articles/${id}`)).body;
    const path = `/api/articles/${id}/revisions`;
    const { status, text } = await team.editor.call('POST', path, { format: 'text', content }, { 'if-match': etag });
    if (status !== 201) throw new Error(text);
  };

  it('stand on an annotation, and leave its approval, its ETag and that of the article alone', async () => {
    const article = await team.article();
    const approved = await team.get((await team.approved(article, 'Den fløy 4600 kilometer.')).id);
    const before = (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body.etag;
    const { status, body: thread } = await begin({ annotationId: approved.id });
    expect([status, thread.annotationId, thread.articleId]).toEqual([201, approved.id, article.id]);
    await act(thread, 'comments', { text: 'Ja, to kilder.' }, team.reviewer);
    await act(thread, 'resolve', undefined, team.reviewer);
    expect(await team.get(approved.id)).toEqual(approved);
    expect((await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body.etag).toBe(before);
    expect((await team.events(article.id)).slice(-3)).toMatchObject([
      {
        type: 'thread.opened',
        subjectId: thread.id,
        data: { annotationId: approved.id, comment: 'Er dette sikkert?' },
      },
      { type: 'thread.answered', data: { comment: 'Ja, to kilder.', number: 2 } },
      { type: 'thread.resolved' },
    ]);
  });

  it('are no action that Undo takes back, and change nothing that was signed off', async () => {
    const article = await team.article('Den fløy 4600 kilometer.');
    await team.approved(article, 'Den fløy 4600 kilometer.');
    await team.signOff(article.id, team.reviewer2);
    await begin({ articleId: article.id }, team.reviewer2);
    const { body } = await team.editor.call<{ items: { current: boolean }[] }>(
      'GET',
      `/api/articles/${article.id}/reports`,
    );
    expect(body.items).toMatchObject([{ current: true }]);
    const other = await team.article();
    const annotation = await team.annotate(other, 'Den fløy 4600 kilometer.');
    await begin({ articleId: other.id });
    const undone = await team.editor.call<{ undone: { subjectId: string } }>('POST', `/api/articles/${other.id}/undo`);
    expect(undone.body.undone.subjectId).toBe(annotation.id);
  });

  it('name members, ask one of them, and know whether they answered', async () => {
    const { id } = await team.article();
    const asked = team.reviewer.actor.accountId;
    const { body: thread } = await begin({ articleId: id, askedId: asked, mentions: [team.colleague.actor.accountId] });
    expect(thread).toMatchObject({
      asked: { id: asked, name: 'Rita' },
      isAnswered: false,
      comments: [{ mentions: [{ name: 'Ola' }] }],
    });
    expect((await act(thread, 'comments', { text: 'Jeg vet det.' }, team.colleague)).body.isAnswered).toBe(false);
    expect((await act(thread, 'comments', { text: 'Nei.' }, team.reviewer)).body.isAnswered).toBe(true);
    const stranger = team.stranger.actor.accountId;
    expect(await begin({ articleId: id, mentions: [stranger] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/mentions/0' }] },
    });
    expect(await begin({ articleId: id, askedId: stranger })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/askedId' }] },
    });
    expect((await begin({})).status).toBe(422);
    expect((await begin({ articleId: id, text: '  \n ' })).status).toBe(422);
  });

  it('let their authors edit their own words alone, and keep what was said', async () => {
    const { id } = await team.article();
    const { body: thread } = await begin({ articleId: id });
    expect((await edit(thread, 1, { text: 'Hm.', revision: 1 }, team.reviewer)).body.code).toBe('not-your-words');
    const edited = await edit(thread, 1, { text: 'Er dette helt sikkert?', revision: 1 });
    expect(edited.body.comments).toMatchObject([{ text: 'Er dette helt sikkert?', revision: 2 }]);
    expect(edited.body.comments[0]?.at).toBe(thread.comments[0]?.at);
    expect(await edit(thread, 1, { text: 'Noe annet', revision: 1 })).toMatchObject({
      status: 412,
      body: { current: { id: thread.id } },
    });
    const path = `/api/threads/${thread.id}/comments/1/history`;
    const { body } = await team.reviewer.call<{ items: { text: string }[] }>('GET', path);
    expect(body.items.map(({ text }) => text)).toEqual(['Er dette helt sikkert?', 'Er dette sikkert?']);
    expect((await edit(thread, 2, { text: 'x', revision: 1 })).status).toBe(404);
  });

  it('count what each person has not read, and never their own words', async () => {
    const { id } = await team.article();
    const { body: thread } = await begin({ articleId: id });
    await act(thread, 'comments', { text: 'Mer.' });
    const unread = async (by: Caller) => (await list(`article=${id}`, by)).map((one) => one.unread);
    expect([await unread(team.editor), await unread(team.reviewer)]).toEqual([[0], [2]]);
    const read = (upTo: number) => team.reviewer.call('PUT', `/api/threads/${thread.id}/read`, { upTo });
    await read(2);
    await read(1);
    expect(await unread(team.reviewer)).toEqual([0]);
  });

  it('are resolved and reopened once, however many say so at a time', async () => {
    const { id } = await team.article();
    const { body: thread } = await begin({ articleId: id });
    await Promise.all([team.editor, team.reviewer, team.colleague].map((by) => act(thread, 'resolve', undefined, by)));
    expect((await team.events(id)).filter(({ type }) => type === 'thread.resolved')).toHaveLength(1);
    expect((await act(thread, 'reopen')).body.resolved).toBeUndefined();
  });

  it('number the answers of a race without a gap', async () => {
    const { id } = await team.article();
    const { body: thread } = await begin({ articleId: id });
    const people = [team.editor, team.reviewer, team.colleague, team.reviewer2];
    const answers = await Promise.all(people.map((by, at) => act(thread, 'comments', { text: `Svar ${at}` }, by)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const [now] = await list(`article=${id}`);
    expect(now?.comments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are of one newsroom: another one can neither see nor begin any', async () => {
    const article = await team.article();
    const annotation: AnnotationView = await team.annotate(article, 'Den fløy 4600 kilometer.');
    for (const query of [`article=${article.id}`, `annotation=${annotation.id}`])
      expect((await team.stranger.call('GET', `/api/threads?${query}`)).status).toBe(404);
    expect((await begin({ articleId: article.id }, team.stranger)).status).toBe(404);
    expect((await begin({ annotationId: annotation.id }, team.stranger)).status).toBe(404);
  });

  it('on a passage are refused where the words do not agree with the text, or the text is another one', async () => {
    const article = await team.article();
    const [position, quote] = article.select('Den fløy 4600 kilometer.');
    const wrong = { articleId: article.id, selector: [{ ...position, start: position.start + 1 }, quote] };
    expect((await begin(wrong)).body.code).toBe('selector-mismatch');
    const late = { articleId: article.id, selector: [position, quote], articleRevision: 7 };
    expect((await begin(late)).status).toBe(412);
  });

  it('follow their words to a new text, say what became of them, and come back when the words do', async () => {
    const article = await team.article('Kim reiste til Moskva. Han kom hjem i mai. Ingen visste det den gangen.');
    const on = async (exact: string) => begin({ articleId: article.id, selector: article.select(exact) });
    await on('Kim reiste til Moskva.');
    await on('Han kom hjem i mai.');
    await on('Ingen visste det den gangen.');
    const outcomes = async () =>
      (await list(`article=${article.id}`)).map(({ passage }) => [
        passage?.anchor.outcome,
        passage?.selector?.[1].exact,
      ]);
    await revise(article, 'I går. Kim reiste til Moskva. Han kom hjem i juni.');
    expect(await outcomes()).toEqual([
      ['unchanged', 'Kim reiste til Moskva.'],
      ['changed', 'Han kom hjem i juni.'],
      ['orphaned', undefined],
    ]);
    await revise(article, 'Kim reiste til Moskva. Han kom hjem i mai. Ingen visste det den gangen.');
    expect((await outcomes()).map(([outcome]) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('never stand on other words than they were begun on without saying so', async () => {
    const sentence = fc.constantFrom('Ola kom.', 'Kari gikk hjem.', 'Ingen så det.', 'Det var i mai.', 'Alle var der.');
    const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { minLength: 1, maxLength: 3 }), fc.nat(), async (first, later, seed) => {
        const article = await team.article(first);
        const parts = [...first.matchAll(/[^.]+\./g)].map(([part]) => part.trim());
        const exact = parts[seed % parts.length] ?? first;
        await begin({ articleId: article.id, selector: article.select(exact) });
        let current = first;
        for (const next of later.filter((one, at) => one !== (later[at - 1] ?? first))) {
          await revise(article, next);
          current = next;
        }
        const [thread] = await list(`article=${article.id}`);
        const { anchor, selector } = thread?.passage ?? {};
        if (!selector) expect(anchor?.outcome).toBe('orphaned');
        else expect(current.slice(selector[0].start, selector[0].end)).toBe(selector[1].exact);
        if (anchor?.outcome === 'unchanged' || anchor?.outcome === 'moved') expect(selector?.[1].exact).toBe(exact);
      }),
      { numRuns: 6, seed: 1 },
    );
  });

  describe('of an imported file', () => {
    const on = (id: number, inner: string) =>
      `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const said = (id: number, author: string, words: string) =>
      `<w:comment w:id="${id}" w:author="${author}" w:date="2024-12-01T10:00:00Z">${p(r(words))}</w:comment>`;
    const file = (comments: string) =>
      docx(
        p(r('Kim kom til Moskva.')) +
          p(on(0, r('Han nektet')) + r(' for alt.')) +
          p(on(1, r('Borte', '<w:vanish/>')) + r('Slutt.')),
        { comments },
      );
    const first = said(0, 'Per Utenfra', 'OK, done') + said(1, 'Per Utenfra', 'Hvor er dette?');
    const send = (bytes: Uint8Array, path: string, headers: Record<string, string> = {}) =>
      team.editor.call<ArticleView>('POST', path, multipart([{ name: 'sak.docx', bytes }]), {
        ...multipartHeaders,
        ...headers,
      });

    it('keep who said what when, on its words or with them; none is a verdict; a second reading adds nothing twice', async () => {
      const { body: article } = await send(file(first), '/api/articles/import');
      const threads = await list(`article=${article.id}`);
      expect(threads).toMatchObject([
        {
          passage: { exact: 'Han nektet', anchor: { outcome: 'unchanged' } },
          comments: [
            {
              author: { name: 'Per Utenfra' },
              at: '2024-12-01T10:00:00.000Z',
              text: 'OK, done',
              importedBy: { name: 'Eva' },
            },
          ],
        },
        { passage: { exact: 'Borte', anchor: { outcome: 'orphaned' } }, comments: [{ text: 'Hvor er dette?' }] },
      ]);
      const annotations = await team.editor.call<{ items: unknown[] }>(
        'GET',
        `/api/articles/${article.id}/annotations`,
      );
      expect(annotations.body.items).toEqual([]);
      expect((await edit(threads[0]!, 1, { text: 'x', revision: 1 })).body.code).toBe('not-your-words');
      const revised = await send(
        docx(p(r('Kim kom.')) + p(on(0, r('Han nektet')) + r(' for alt.')) + p(r('Slutt.')), { comments: first }),
        `/api/articles/${article.id}/revisions/import`,
        { 'if-match': article.etag },
      );
      expect(revised.status).toBe(201);
      expect((await list(`article=${article.id}`)).map(({ comments }) => comments.length)).toEqual([1, 1]);
    });
  });
});
