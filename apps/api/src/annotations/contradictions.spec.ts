import type { AnnotationView, Problem, Report, SignOffPreview } from '@belegg/contract';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';

const text = 'Broen er 412 meter lang.';
const words = '412 meter';

describe('Contradictions', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article(text);
  });
  afterAll(() => team.close());

  const annotate = (exact: string, verdict: string, by = team.editor) => team.annotate(article, exact, { verdict }, by);
  const submit = async (annotation: AnnotationView) => (await team.act(annotation, 'submit', team.editor)).body;
  const approve = (annotation: AnnotationView, by = team.reviewer) =>
    by.call<Problem>('POST', `/api/annotations/${annotation.id}/approve`, {}, { 'if-match': annotation.etag });
  const look = async () =>
    (await team.reviewer.call<SignOffPreview>('GET', `/api/articles/${article.id}/sign-off`)).body;

  it('are told of at once to whoever makes one, and to whoever reads the other, in one and in lists', async () => {
    const confirmed = await submit(await annotate(text, 'confirmed'));
    expect(confirmed.conflicts).toEqual([]);
    const denied = await annotate('Broen er 412 meter lang', 'denied', team.colleague);
    expect(denied.conflicts).toEqual([
      { kind: 'contradicts', annotationId: confirmed.id, verdict: 'confirmed', status: 'submitted', exact: text },
    ]);
    const disputed = await annotate(words, 'disputed');
    expect(disputed.conflicts.map(({ kind, verdict }) => [kind, verdict]).sort()).toEqual([
      ['overlaps', 'confirmed'],
      ['overlaps', 'denied'],
    ]);
    const { body } = await team.editor.call<{ items: AnnotationView[] }>(
      'GET',
      `/api/articles/${article.id}/annotations`,
    );
    for (const listed of body.items) expect(listed.conflicts).toEqual((await team.get(listed.id)).conflicts);
    const queue = await team.reviewer.call<{ items: { annotation: AnnotationView }[] }>('GET', '/api/reviews');
    const item = queue.body.items.find(({ annotation }) => annotation.id === confirmed.id);
    expect(item?.annotation.conflicts.map(({ kind }) => kind)).toEqual(['contradicts', 'overlaps']);
    await team.act(denied, 'retire', team.editor);
    expect((await team.get(confirmed.id)).conflicts.map(({ kind }) => kind)).toEqual(['overlaps']);
  });

  it('are never both approved: the second is refused with both, until one gives way', async () => {
    const one = await submit(await annotate(words, 'confirmed'));
    const other = await submit(await annotate(` ${words}`, 'denied'));
    expect((await approve(one)).status).toBe(200);
    const refused = await approve(other);
    expect(refused).toMatchObject({ status: 409, body: { code: 'contradicts' } });
    expect(refused.body.clashes).toEqual([
      {
        kind: 'contradicts',
        pair: [
          { annotationId: one.id, verdict: 'confirmed', status: 'approved', exact: words },
          { annotationId: other.id, verdict: 'denied', status: 'submitted', exact: ` ${words}` },
        ],
      },
    ]);
    expect((await team.get(other.id)).status).toBe('submitted');
    await team.edit(await team.get(one.id), { verdict: 'denied' });
    expect((await approve(await team.get(other.id))).status).toBe(200);
  });

  it('are not brought back by undo', async () => {
    const one = await submit(await annotate(words, 'confirmed'));
    await approve(one);
    await team.act(await team.get(one.id), 'retire', team.editor);
    expect((await approve(await submit(await annotate(words, 'denied', team.colleague)))).status).toBe(200);
    const undone = await team.editor.call<Problem>('POST', `/api/articles/${article.id}/undo`);
    expect([undone.status, (await team.get(one.id)).status]).not.toContain('approved');
  });

  it('are refused by the database as well', async () => {
    const one = await submit(await annotate(words, 'confirmed'));
    const other = await submit(await annotate(words, 'denied'));
    await approve(one);
    const set = team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.annotationHead.update({
        where: { newsroomId_id: { newsroomId: team.newsroomId, id: other.id } },
        data: { status: 'approved' },
      }),
    );
    await expect(set).rejects.toMatchObject({ code: 'contradicts' });
  });

  it('that race each other for approval never both pass, two hundred times', async () => {
    for (let round = 0; round < 200; round += 1) {
      article = await team.article(text);
      const [one, other] = [await annotate(words, 'confirmed'), await annotate(words, 'denied')];
      const waiting = [await submit(one), await submit(other)] as const;
      const answers = await Promise.all([approve(waiting[0]), approve(waiting[1], team.reviewer2)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const statuses = [(await team.get(one.id)).status, (await team.get(other.id)).status].sort();
      expect(statuses).toEqual(['approved', 'submitted']);
    }
  });

  it('keep an article from being signed off, those approved before this rule too', async () => {
    const one = await submit(await annotate(text, 'confirmed'));
    await approve(one);
    const other = await submit(await annotate(text, 'denied'));
    const { body } = await team.signOff(article.id);
    expect(body.code).toBe('contradicts');
    expect(body.clashes?.[0]?.pair.map(({ annotationId }) => annotationId).sort()).toEqual([one.id, other.id].sort());
    expect((await look()).clashes).toEqual(body.clashes);
    await team.act(other, 'return', team.reviewer);
    expect((await team.signOff(article.id)).body.code).toBe('not-covered');
  });

  it('on unequal stretches need a reason at sign-off, which the report prints', async () => {
    const one = await submit(await annotate(text, 'confirmed'));
    await approve(one);
    const other = await submit(await annotate(words, 'disputed'));
    expect((await approve(other)).status).toBe(200);
    const refused = await team.signOff(article.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'overlaps' } });
    expect(refused.body.clashes).toHaveLength(1);
    const sign = (overlaps: { annotationIds: [string, string]; reason: string }[]) =>
      team.signOff(article.id, team.reviewer, undefined, { overlaps });
    expect((await sign([{ annotationIds: [one.id, other.id], reason: '  ' }])).status).toBe(422);
    const stray = { annotationIds: [one.id, article.id] as [string, string], reason: 'x' };
    expect(await sign([stray])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/overlaps/0/annotationIds' }] },
    });
    const reason = 'Lengden er omstridt, at broen er lang, er det ikke.';
    const signed = await sign([{ annotationIds: [other.id, one.id], reason }]);
    expect(signed.status).toBe(201);
    const report = await team.editor.call<Report>('GET', `/api/reports/${signed.body.id}?format=json`);
    expect(report.body.overlaps).toEqual([{ annotationIds: [one.id, other.id], reason }]);
    for (const format of ['html', 'md']) {
      const said = (await team.editor.call('GET', `/api/reports/${signed.body.id}?format=${format}&profile=public`))
        .text;
      expect(said.split('Begge holder: Lengden er omstridt').length).toBe(3);
    }
  });
});
