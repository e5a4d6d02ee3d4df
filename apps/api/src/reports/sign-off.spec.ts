import type { AnnotationView, ArticleView, Report, ReportSummary, SignOffPreview, SourceView } from '@belegg/contract';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';

const text = 'Broen er 412 meter lang. Den åpner i mai.';
const [first, second] = ['Broen er 412 meter lang.', 'Den åpner i mai.'] as const;

describe('Sign-off', () => {
  let desk: TestTeam;
  let article: TestArticle;
  let sourceId: string;
  let claims: readonly AnnotationView[];

  const approve = async (exact: string): Promise<AnnotationView> => {
    const citations = [{ sourceId, stance: 'supports', quote: 'lang' }];
    const annotation = await desk.annotate(article, exact, { citations });
    const submitted = (await desk.act(annotation, 'submit', desk.editor)).body;
    return (await desk.act(submitted, 'approve', desk.reviewer2)).body;
  };

  beforeAll(async () => {
    desk = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await desk.article(text);
    sourceId = await desk.source(`KCNA ${Math.random()}`);
    claims = [await approve(first), await approve(second)];
  });
  afterAll(() => desk.close());

  const look = async (by = desk.reviewer) =>
    (await by.call<SignOffPreview>('GET', `/api/articles/${article.id}/sign-off`)).body;
  const sign = (etag: string) => desk.signOff(article.id, desk.reviewer, etag);
  const patch = async <Thing extends { etag: string }>(path: string, body: object) => {
    const { etag } = (await desk.editor.call<Thing>('GET', path)).body;
    return desk.editor.call('PATCH', path, body, { 'if-match': etag });
  };

  it('is asked with the ETag of what was looked at, which the draft report answers in each format', async () => {
    const { etag, claims: shown, article: about } = await look();
    expect(shown.map(({ exact, verdict, sources }) => [exact, verdict, sources.length])).toEqual([
      [first, 'confirmed', 1],
      [second, 'confirmed', 1],
    ]);
    expect(about.title).toBe('Raketten over Japan');
    for (const format of ['html', 'json', 'csv']) {
      const answer = await desk.editor.call('GET', `/api/articles/${article.id}/report?format=${format}`);
      expect(answer.headers['etag']).toBe(etag);
    }
    const path = `/api/articles/${article.id}/reports`;
    expect(await desk.reviewer.call('POST', path)).toMatchObject({ status: 428 });
    expect((await sign(etag)).status).toBe(201);
  });

  const changes: [string, () => Promise<unknown>][] = [
    ['the title', () => patch<ArticleView>(`/api/articles/${article.id}`, { title: 'Broen raste' })],
    ['the author', () => patch<ArticleView>(`/api/articles/${article.id}`, { author: 'Ola' })],
    ['a verdict', () => patch<AnnotationView>(`/api/annotations/${claims[0]?.id}`, { verdict: 'denied' })],
    ['a rationale', () => patch<AnnotationView>(`/api/annotations/${claims[0]?.id}`, { rationale: 'Nei' })],
    ['what is cited', () => patch<AnnotationView>(`/api/annotations/${claims[1]?.id}`, { citations: [] })],
    ['another claim', () => desk.annotate(article, '412 meter')],
  ];
  it.each(changes)('is refused when %s changed since, with what would be signed now', async (_, change) => {
    const { etag } = await look();
    await change();
    const { status, body } = await sign(etag);
    expect({ status, code: body.code }).toEqual({ status: 412, code: 'stale' });
    const now = await look();
    expect(body.current).toEqual(JSON.parse(JSON.stringify(now)));
    expect(now.etag).not.toBe(etag);
    expect((await desk.events(article.id)).map(({ type }) => type)).not.toContain('report.signed');
  });

  it('is of contents: the same content stays signed off, whatever happened meanwhile', async () => {
    const current = async () =>
      (await desk.editor.call<{ items: ReportSummary[] }>('GET', `/api/articles/${article.id}/reports`)).body.items.map(
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
    await desk.app.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`ALTER TABLE "Report" DISABLE TRIGGER ALL`;
      await tx.report.updateMany({ where: { id: body.id }, data: { contentSha256: null } });
      await tx.$executeRaw`ALTER TABLE "Report" ENABLE TRIGGER ALL`;
    });
    const current = async () =>
      (await desk.editor.call<{ items: ReportSummary[] }>('GET', `/api/articles/${article.id}/reports`)).body.items[0]
        ?.current;
    expect(await current()).toBe(true);
    await patch<ArticleView>(`/api/articles/${article.id}`, { title: 'Broen raste' });
    expect(await current()).toBe(false);
  });

  it('has a new title that races it in the report that was seen, or refused, two hundred times', async () => {
    for (let round = 0; round < 200; round += 1) {
      const { etag, article: seen } = await look();
      const { etag: version } = (await desk.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
      const [signed, renamed] = await Promise.all([
        sign(etag),
        desk.editor.call('PATCH', `/api/articles/${article.id}`, { title: `Runde ${round}` }, { 'if-match': version }),
      ]);
      expect(renamed.status).toBe(200);
      if (signed.status === 201) {
        const { body } = await desk.editor.call<Report>('GET', `/api/reports/${signed.body.id}?format=json`);
        expect(body.article.title).toBe(seen.title);
      } else expect(signed.body.code).toBe('stale');
    }
  });

  it('shows what it would freeze to members alone', async () => {
    for (const [by, status] of [
      [desk.admin, 200],
      [desk.stranger, 404],
      [desk.app.nobody, 401],
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
