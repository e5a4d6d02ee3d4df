import type { AnnotationView, ArticleView, Report, ReportSummary, SignOffPreview, SourceView } from '@belegg/contract';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';

const text = 'Broen er 412 meter lang. Den åpner i mai.';
const [first, second] = ['Broen er 412 meter lang.', 'Den åpner i mai.'] as const;

describe('Sign-off', () => {
  let team: TestTeam;
  let article: TestArticle;
  let sourceId: string;
  let claims: readonly AnnotationView[];

  const approve = async (exact: string): Promise<AnnotationView> => {
    const citations = [{ sourceId, stance: 'supports', quote: 'lang' }];
    const annotation = await team.annotate(article, exact, { citations });
    const submitted = (await team.act(annotation, 'submit', team.editor)).body;
    return (await team.act(submitted, 'approve', team.reviewer2)).body;
  };

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article(text);
    sourceId = await team.source(`KCNA ${Math.random()}`);
    claims = [await approve(first), await approve(second)];
  });
  afterAll(() => team.close());

  const look = async (by = team.reviewer) =>
    (await by.call<SignOffPreview>('GET', `/api/articles/${article.id}/sign-off`)).body;
  const sign = (etag: string) => team.signOff(article.id, team.reviewer, etag);
  const patch = async <Thing extends { etag: string }>(path: string, body: object) => {
    const { etag } = (await team.editor.call<Thing>('GET', path)).body;
    return team.editor.call('PATCH', path, body, { 'if-match': etag });
  };

  it('is asked with the ETag of what was looked at, which the draft report answers in each format', async () => {
    const { etag, claims: shown, article: about } = await look();
    expect(shown.map(({ exact, verdict, sources }) => [exact, verdict, sources.length])).toEqual([
      [first, 'confirmed', 1],
      [second, 'confirmed', 1],
    ]);
    expect(about.title).toBe('Raketten over Japan');
    for (const format of ['html', 'json', 'csv']) {
      const answer = await team.editor.call('GET', `/api/articles/${article.id}/report?format=${format}`);
      expect(answer.headers['etag']).toBe(etag);
    }
    const path = `/api/articles/${article.id}/reports`;
    expect(await team.reviewer.call('POST', path)).toMatchObject({ status: 428 });
    expect((await sign(etag)).status).toBe(201);
  });

  const changes: [string, () => Promise<unknown>][] = [
    ['the title', () => patch<ArticleView>(`/api/articles/${article.id}`, { title: 'Broen raste' })],
    ['the author', () => patch<ArticleView>(`/api/articles/${article.id}`, { author: 'Ola' })],
    ['a verdict', () => patch<AnnotationView>(`/api/annotations/${claims[0]?.id}`, { verdict: 'denied' })],
    ['a rationale', () => patch<AnnotationView>(`/api/annotations/${claims[0]?.id}`, { rationale: 'Nei' })],
    ['what is cited', () => patch<AnnotationView>(`/api/annotations/${claims[1]?.id}`, { citations: [] })],
    ['another claim', () => team.annotate(article, '412 meter')],
  ];
  it.each(changes)('is refused when %s changed since, with what would be signed now', async (_, change) => {
    const { etag } = await look();
    await change();
    const { status, body } = await sign(etag);
    expect({ status, code: body.code }).toEqual({ status: 412, code: 'stale' });
    const now = await look();
    expect(body.current).toEqual(JSON.parse(JSON.stringify(now)));
    expect(now.etag).not.toBe(etag);
    expect((await team.events(article.id)).map(({ type }) => type)).not.toContain('report.signed');
  });

  it('is of contents: the same content stays signed off, whatever happened meanwhile', async () => {
    const current = async () =>
      (await team.editor.call<{ items: ReportSummary[] }>('GET', `/api/articles/${article.id}/reports`)).body.items.map(
        ({ number, current: holds }) => [number, holds],
      );
    const rename = (title: string) => patch<ArticleView>(`/api/articles/${article.id}`, { title });
    expect((await sign((await look()).etag)).body).toMatchObject({ number: 1, current: true });
    await rename('Broen raste');
    expect(await current()).toEqual([[1, false]]);
    await rename('Raketten over Japan');
    expect(await current()).toEqual([[1, true]]);
    expect((await sign((await look()).etag)).body.number).toBe(1);
    await rename('Broen holder');
    expect((await sign((await look()).etag)).body.number).toBe(2);
    expect(await current()).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('tells of reports from before by the log, as it did then', async () => {
    const { body } = await sign((await look()).etag);
    await team.app.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`ALTER TABLE "Report" DISABLE TRIGGER ALL`;
      await tx.report.updateMany({ where: { id: body.id }, data: { contentSha256: null } });
      await tx.$executeRaw`ALTER TABLE "Report" ENABLE TRIGGER ALL`;
    });
    const current = async () =>
      (await team.editor.call<{ items: ReportSummary[] }>('GET', `/api/articles/${article.id}/reports`)).body.items[0]
        ?.current;
    expect(await current()).toBe(true);
    await patch<ArticleView>(`/api/articles/${article.id}`, { title: 'Broen raste' });
    expect(await current()).toBe(false);
  });

  it('has a new title that races it in the report that was seen, or refused, two hundred times', async () => {
    for (let round = 0; round < 200; round += 1) {
      const { etag, article: seen } = await look();
      const { etag: version } = (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
      const [signed, renamed] = await Promise.all([
        sign(etag),
        team.editor.call('PATCH', `/api/articles/${article.id}`, { title: `Runde ${round}` }, { 'if-match': version }),
      ]);
      expect(renamed.status).toBe(200);
      if (signed.status === 201) {
        const { body } = await team.editor.call<Report>('GET', `/api/reports/${signed.body.id}?format=json`);
        expect(body.article.title).toBe(seen.title);
      } else expect(signed.body.code).toBe('stale');
    }
  });

  it('shows what it would freeze to members alone', async () => {
    for (const [by, status] of [
      [team.admin, 200],
      [team.stranger, 404],
      [team.app.nobody, 401],
    ] as const)
      expect((await by.call('GET', `/api/articles/${article.id}/sign-off`)).status).toBe(status);
  });

  it('notices a source that changed under what was looked at', async () => {
    const { etag } = await look();
    await patch<SourceView>(`/api/sources/${sourceId}`, { name: `Reuters ${Math.random()}` });
    expect((await look()).etag).not.toBe(etag);
    expect((await sign(etag)).status).toBe(412);
  });
});
