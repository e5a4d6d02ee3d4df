import { reportFormats, type AnnotationView, type ArticleView, type Problem, type Report } from '@belegg/contract';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';

const sentence = 'Broen er 412 meter lang.';
const asked = 'Hvem har målt den, og når?';

describe('An annotation without a verdict', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article(sentence);
  });
  afterAll(() => team.close());

  const ask = (more: object = {}) =>
    team.annotate(article, sentence, { verdict: undefined, rationale: asked, ...more });
  const submit = (annotation: AnnotationView) =>
    team.editor.call<AnnotationView & Pick<Problem, 'code' | 'detail'>>(
      'POST',
      `/api/annotations/${annotation.id}/submit`,
      { withoutSources: 'Selvsagt' },
      { 'if-match': annotation.etag },
    );
  const stateOf = async () =>
    (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body.sentences[0]?.state;
  const draft = async (query = '') =>
    (await team.editor.call<Report>('GET', `/api/articles/${article.id}/report?format=json${query}`)).body;

  it('is an open question: it is read everywhere without one, covers no word, and is not sent', async () => {
    const sourceId = await team.source();
    const question = await ask({ citations: [{ sourceId, stance: 'context' }] });
    expect(question).toMatchObject({ status: 'draft', rationale: asked });
    expect(question).not.toHaveProperty('verdict');
    expect(await team.get(question.id)).toMatchObject(question);
    const refused = await submit(question);
    expect(refused).toMatchObject({ status: 422, body: { code: 'no-verdict' } });
    expect(refused.body.detail).toContain('Choose confirmed, denied or disputed');
    expect(await stateOf()).toBe('unchecked');
    for (const path of [
      `/api/articles/${article.id}/annotations`,
      `/api/annotations/${question.id}/history`,
      `/api/sources/${sourceId}/uses`,
    ]) {
      const { status, body } = await team.editor.call<{ items: object[] }>('GET', path);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).not.toHaveProperty('verdict');
    }
  });

  it('becomes a claim when a verdict is given, with its history, and a question again when it is taken back', async () => {
    const question = await ask();
    const claim = (await team.edit(question, { verdict: 'denied' })).body;
    expect(claim).toMatchObject({ id: question.id, verdict: 'denied', rationale: asked, revision: 2 });
    const sent = (await submit(claim)).body;
    const approved = (await team.act(sent, 'approve', team.reviewer)).body;
    expect(await stateOf()).toBe('approved');
    const reopened = (await team.edit(approved, { verdict: null })).body;
    expect(reopened.status).toBe('lapsed');
    expect(reopened).not.toHaveProperty('verdict');
    expect(await stateOf()).toBe('unchecked');
    const events = (await team.events(article.id)).filter(({ type }) => type === 'annotation.edited');
    expect(events.map(({ data }) => data)).toMatchObject([
      { before: { verdict: null }, after: { verdict: 'denied' } },
      { before: { verdict: 'denied' }, after: { verdict: null } },
    ]);
  });

  it('contradicts nothing, and keeps the article from sign-off until it is answered or deleted', async () => {
    await team.approved(article, sentence);
    const question = await ask();
    expect(question.conflicts).toEqual([]);
    expect(await stateOf()).toBe('draft');
    expect(await team.signOff(article.id)).toMatchObject({ status: 409, body: { code: 'not-covered' } });
    await team.act(question, 'retire', team.editor);
    const signed = await team.signOff(article.id);
    expect(signed.status).toBe(201);
    const { body } = await team.editor.call<Report>('GET', `/api/reports/${signed.body.id}?format=json`);
    expect(body).not.toHaveProperty('questions');
  });

  it('is listed at sign-off, also where it is on no sentence', async () => {
    const [one, other] = ['Ingen ble skadd.', 'Det var stille.'];
    const whole = await team.article(`${one}\n${other}`);
    for (const exact of [one, other]) await team.approved(whole, exact);
    const { id } = await team.annotate(whole, '\n', { verdict: undefined });
    const { status, body } = await team.signOff(whole.id);
    expect([status, body.open, body.questions]).toEqual([409, [], [{ annotationId: id, exact: '\n' }]]);
  });

  it('stands in every draft report but those for outsiders, and is no claim there', async () => {
    const question = await ask();
    const report = await draft();
    expect(report.claims).toEqual([]);
    expect(report.questions).toMatchObject([{ annotationId: question.id, exact: sentence, rationale: asked }]);
    expect(await draft('&profile=public')).not.toHaveProperty('questions');
    for (const format of reportFormats.filter((name) => !['pdf', 'docx', 'xlsx', 'claimreview'].includes(name))) {
      const { status, text } = await team.editor.call('GET', `/api/articles/${article.id}/report?format=${format}`);
      expect({ format, status, says: text.includes('Hvem har målt den') }).toEqual({ format, status: 200, says: true });
    }
    for (const format of ['pdf', 'docx', 'xlsx'] as const)
      expect((await team.editor.call('GET', `/api/articles/${article.id}/report?format=${format}`)).status).toBe(200);
    const claims = await team.editor.call('GET', `/api/articles/${article.id}/report?format=claimreview`);
    expect(claims.text).not.toContain('Hvem har målt');
  });

  it('is never submitted or approved in the database, whatever the program does', async () => {
    const { id } = await ask();
    await expect(
      team.app.database.inNewsroom(team.newsroomId, (tx) =>
        tx.annotationHead.updateMany({ where: { newsroomId: team.newsroomId, id }, data: { status: 'submitted' } }),
      ),
    ).rejects.toThrow('AnnotationHead_question');
  });

  it('is not seen by another newsroom', async () => {
    const { id } = await ask();
    expect((await team.stranger.call('GET', `/api/annotations/${id}`)).status).toBe(404);
  });
});
