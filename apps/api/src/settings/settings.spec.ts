import type { AnnotationView, ArticleView, Problem, Report, SettingsView } from '@belegg/contract';
import { HeadRebuilder } from '../annotations';
import { TestTeam } from '../test/team';

const text = 'En. To. Tre. Fire.';
const path = '/api/newsroom/settings';

describe('Settings', () => {
  let team: TestTeam;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const read = async () => (await team.admin.call<SettingsView>('GET', path)).body;
  const change = async (body: object, by = team.admin, etag?: string) =>
    by.call<SettingsView & Problem>('PUT', path, body, { 'if-match': etag ?? (await read()).etag });
  const rule = (sourceRule: string) => change({ sourceRule, longestPassage: 3 });
  const source = async (kind: string, originId?: string) =>
    (
      await team.editor.call<{ id: string }>('POST', '/api/sources', {
        kind,
        name: `${kind} ${Math.random()}`,
        ...(originId && { originId }),
      })
    ).body.id;
  const submit = (annotation: AnnotationView, body: object = {}) =>
    team.editor.call<Problem & Omit<AnnotationView, 'status'>>(
      'POST',
      `/api/annotations/${annotation.id}/submit`,
      body,
      {
        'if-match': annotation.etag,
      },
    );
  const cites = (...ids: string[]) => ids.map((sourceId) => ({ sourceId, stance: 'supports' }));

  it('ask for a citation unless told otherwise', async () => {
    const newsroom = await team.app.database.acrossNewsrooms((tx) =>
      tx.newsroom.create({ data: { id: crypto.randomUUID(), name: 'Ny' } }),
    );
    expect(newsroom).toMatchObject({ sourceRule: 'one', longestPassage: 3 });
  });

  it('are read and changed by administrators alone, by the ETag that they saw', async () => {
    const { etag } = await read();
    for (const [by, status] of [
      [team.editor, 403],
      [team.reviewer, 403],
      [team.app.nobody, 401],
    ] as const) {
      expect((await by.call('GET', path)).status).toBe(status);
      expect((await change({ sourceRule: 'one', longestPassage: 3 }, by, etag)).status).toBe(status);
    }
    expect((await team.admin.call('PUT', path, { sourceRule: 'one', longestPassage: 3 })).status).toBe(428);
    expect((await change({ sourceRule: 'two', longestPassage: 3 })).status).toBe(422);
    expect((await change({ sourceRule: 'one', longestPassage: 0 })).status).toBe(422);
    const changed = await change({ sourceRule: 'one', longestPassage: 4 });
    expect(changed).toMatchObject({ status: 200, body: { sourceRule: 'one', longestPassage: 4 } });
    expect(changed.body.etag).not.toBe(etag);
    const stale = await change({ sourceRule: 'none', longestPassage: 3 }, team.admin, etag);
    expect(stale).toMatchObject({ status: 412, body: { current: { sourceRule: 'one' } } });
    const log = await team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.event.findMany({ where: { newsroomId: team.newsroomId, type: 'settings.changed' } }),
    );
    expect(log.map(({ data }) => data)).toEqual([
      { before: { sourceRule: 'none', longestPassage: 3 }, after: { sourceRule: 'one', longestPassage: 4 } },
    ]);
    const theirs = await team.stranger.call<SettingsView>('GET', path);
    expect(theirs.body).toMatchObject({ sourceRule: 'none', longestPassage: 3 });
  });

  it('have a claim without a source refused, until it has one or a reason, which review and report show', async () => {
    await rule('one');
    const article = await team.article('Broen er lang.');
    const annotation = await team.annotate(article, 'Broen er lang.');
    const refused = await submit(annotation);
    expect(refused).toMatchObject({ status: 422, body: { code: 'source-rule', missing: 'citation' } });
    expect(refused.body.detail).toContain('The claim has no source');
    expect((await submit(annotation, { withoutSources: '  ' })).status).toBe(422);
    const sent = await submit(annotation, { withoutSources: 'Sett med egne øyne.' });
    expect(sent.body.steps).toMatchObject([{ kind: 'submitted', withoutSources: 'Sett med egne øyne.' }]);
    // The reason is a fact too: a head that is derived anew has it.
    const heads = team.app.nest.get(HeadRebuilder, { strict: false });
    expect(await heads.faults({ newsroomId: team.newsroomId, id: article.id })).toEqual([]);
    await team.act(await team.get(annotation.id), 'approve', team.reviewer);
    const { body } = await team.signOff(article.id);
    const report = await team.editor.call<Report>('GET', `/api/reports/${body.id}?format=json`);
    expect(report.body.claims[0]?.withoutSources).toBe('Sett med egne øyne.');
    for (const format of ['html', 'md'])
      expect((await team.editor.call('GET', `/api/reports/${body.id}?format=${format}`)).text).toContain(
        'Uten kildene redaksjonen krever: Sett med egne øyne.',
      );
    const other = await team.article('Broen er kort.');
    const cited = await team.annotate(other, 'Broen er kort.', { citations: cites(await team.source()) });
    const plain = await submit(cited, { withoutSources: 'trengs ikke' });
    expect(plain.status).toBe(200);
    expect(plain.body.steps[0]).not.toHaveProperty('withoutSources');
  });

  it('may ask for two independent sources or a document to confirm', async () => {
    await rule('strong');
    const agency = await source('newsAgency');
    const article = await team.article(text);
    const send = async (exact: string, verdict: string, ...ids: string[]) =>
      (await submit(await team.annotate(article, exact, { verdict, citations: cites(...ids) }))).body.missing ?? 'sent';
    expect(await send('En.', 'confirmed', agency)).toBe('independent');
    expect(await send('En.', 'confirmed', agency, await source('newspaper', agency))).toBe('independent');
    expect(await send('To.', 'confirmed', agency, await source('broadcaster'))).toBe('sent');
    expect(await send('Tre.', 'confirmed', await source('document'))).toBe('sent');
    expect(await send('Fire.', 'denied', agency)).toBe('sent');
  });

  it('leave what was submitted before as it was', async () => {
    await rule('none');
    const article = await team.article(text);
    const submitted = await team.submitted(article, 'En.');
    await rule('strong');
    expect((await team.act(submitted, 'approve', team.reviewer)).body.status).toBe('approved');
  });

  it('count coverage anew, in all articles, when passages may be longer or shorter', async () => {
    await rule('none');
    const article = await team.article(text);
    await team.approved(article, text);
    const covered = async () => {
      const { body } = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
      const listed = await team.editor.call<{ items: ArticleView[] }>('GET', '/api/articles');
      const inList = listed.body.items.find(({ id }) => id === article.id)?.coverage.approved;
      return [body.longestPassage, body.coverage.approved, inList];
    };
    expect(await covered()).toEqual([3, 0, 0]);
    await change({ sourceRule: 'none', longestPassage: 4 });
    expect(await covered()).toEqual([4, 4, 4]);
    await change({ sourceRule: 'none', longestPassage: 2 });
    expect(await covered()).toEqual([2, 0, 0]);
    // What is annotated from then on counts by the new length too, also where the server knew the article before.
    const { body: before } = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
    await change({ sourceRule: 'none', longestPassage: 4 });
    await team.annotate(article, text);
    const { body } = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
    const listed = await team.editor.call<{ items: ArticleView[] }>('GET', '/api/articles');
    expect(body.coverage).not.toEqual(before.coverage);
    expect(listed.body.items.find(({ id }) => id === article.id)?.coverage).toEqual(body.coverage);
  });
});
