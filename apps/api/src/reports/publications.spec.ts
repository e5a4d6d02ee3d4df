import type { PublicClaims, ReportSummary } from '@belegg/contract';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';

const text = 'Broen er 412 meter lang. Den åpner i mai.';
const [first, second] = ['Broen er 412 meter lang.', 'Den åpner i mai.'] as const;

describe('Publications', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article(text);
  });
  afterAll(() => team.close());

  const signOff = async () => (await team.signOff(article.id)).body;
  const publish = async ({ id }: ReportSummary, by = team.reviewer, body?: object) =>
    by.call<ReportSummary>('POST', `/api/reports/${id}/publication`, body);
  const unpublish = async ({ id }: ReportSummary, by = team.reviewer) =>
    by.call('DELETE', `/api/reports/${id}/publication`);
  const signed = async () => {
    const annotation = await team.approved(article, first);
    await team.approved(article, second);
    return { annotation, report: await signOff() };
  };
  const read = (path: string | undefined) => team.app.nobody.call('GET', path ?? '/p/none');

  it('lets anybody who has the address read it, and nobody who has not', async () => {
    const { report } = await signed();
    expect(report).not.toHaveProperty('publicPath');
    const { status, body } = await publish(report);
    expect({ status, current: body.current }).toEqual({ status: 201, current: true });
    expect(body.publicPath).toMatch(/^\/p\/[\w-]{22}$/);
    const page = await read(body.publicPath);
    expect(page.status).toBe(200);
    expect(page.text).toContain(first);
    expect(page.text).toContain('property="og:title"');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect((await read(`${body.publicPath?.slice(0, -1)}_`)).status).toBe(404);
  });

  it('is sent as the same bytes with a strong tag, or not at all to whoever has it', async () => {
    const { report } = await signed();
    const { publicPath } = (await publish(report)).body;
    const pages = await Promise.all(Array.from({ length: 5 }, () => read(publicPath)));
    const [{ headers, text: page } = { headers: {} as Record<string, string>, text: '' }] = pages;
    expect(new Set(pages.map(({ text: each }) => each)).size).toBe(1);
    expect(headers['etag']).toMatch(/^"[\w-]{22}(?:-br|-gzip)?"$/);
    expect(headers['cache-control']).toBe('no-cache');
    const again = await team.app.nobody.call('GET', publicPath ?? '', undefined, {
      'if-none-match': headers['etag'] ?? '',
    });
    expect([again.status, again.text]).toEqual([304, '']);
    const elsewhere = await team.app.nobody.call('GET', publicPath ?? '', undefined, { host: '192.0.2.1' });
    expect(elsewhere.text).toContain(`href="http://192.0.2.1${publicPath}"`);
    expect(elsewhere.headers['etag']).not.toBe(headers['etag']);
    expect(page).not.toContain('.invalid');
    await unpublish(report);
    expect((await read(publicPath)).status).toBe(404);
  });

  it('carries a ClaimReview for each claim where it is listed, and needs no script', async () => {
    const { report } = await signed();
    const articleUrl = 'https://avisen.test/broen';
    const { body } = await publish(report, team.reviewer, { listed: true, articleUrl });
    expect(body).toMatchObject({ listed: true, articleUrl });
    const page = await read(body.publicPath);
    expect(page.headers['x-robots-tag']).toBeUndefined();
    expect(page.text).toContain(`<a href="${articleUrl}">Til artikkelen</a>`);
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text) ?? [];
    expect(JSON.parse(data ?? '')).toMatchObject([
      {
        '@type': 'ClaimReview',
        claimReviewed: first,
        reviewRating: { ratingValue: 5 },
        itemReviewed: { appearance: [{ url: articleUrl }] },
      },
      { claimReviewed: second },
    ]);
    expect(page.text.match(/<script/g)).toHaveLength(1);
  });

  it('is kept from search engines, ClaimReviews and all, unless somebody lists it; the choice stays', async () => {
    const { annotation, report } = await signed();
    const { publicPath, listed } = (await publish(report)).body;
    expect(listed).toBe(false);
    const unlisted = await read(publicPath);
    expect(unlisted.headers['x-robots-tag']).toBe('noindex');
    expect(unlisted.text).not.toContain('ClaimReview');
    await publish(report, team.reviewer, { listed: true });
    await publish(report, team.reviewer, { listed: true });
    expect((await read(publicPath)).text).toContain('ClaimReview');
    const edited = (await team.edit(annotation, { verdict: 'denied' })).body;
    await team.act((await team.act(edited, 'submit', team.editor)).body, 'approve', team.reviewer);
    expect((await publish(await signOff())).body.listed).toBe(true);
    const told = (await team.events(article.id)).filter(({ type }) => type === 'report.published');
    expect(told.map(({ data }) => data)).toEqual([
      { number: 1, listed: false },
      { number: 1, listed: true },
      { number: 2, listed: true },
    ]);
    expect((await publish(report, team.reviewer, { articleUrl: 'javascript:alert(1)' })).status).toBe(422);
  });

  it('gives its claims to any site, with the words that have to stand around them', async () => {
    const { report } = await signed();
    const { publicPath } = (await publish(report)).body;
    const { headers, body } = await team.app.nobody.call<PublicClaims>('GET', `${publicPath}/claims.json`);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(body).toMatchObject({ title: 'Raketten over Japan', language: 'nb', sha256: report.sha256 });
    expect(body.claims).toMatchObject([
      { number: 1, verdict: 'confirmed', label: 'Bekreftet', before: '\n', exact: first, after: '' },
      { number: 2, before: `${first} `, exact: second, after: '', url: `${body.url}#claim-2` },
    ]);
    await unpublish(report);
    expect((await read(`${publicPath}/claims.json`)).status).toBe(404);
  });

  it('takes it down at once, and puts it up again under the same address', async () => {
    const { report } = await signed();
    const { publicPath } = (await publish(report)).body;
    expect((await unpublish(report)).status).toBe(204);
    expect((await read(publicPath)).status).toBe(404);
    expect((await unpublish(report)).status).toBe(404);
    expect((await publish(report)).body.publicPath).toBe(publicPath);
    expect((await read(publicPath)).status).toBe(200);
    const types = (await team.events(article.id)).map(({ type }) => type).filter((type) => type.includes('publish'));
    expect(types).toEqual(['report.published', 'report.unpublished', 'report.published']);
  });

  it('shows a correction under the same address, and only once it is published', async () => {
    const { annotation, report } = await signed();
    const { publicPath } = (await publish(report)).body;
    const edited = (await team.edit(annotation, { verdict: 'denied' })).body;
    await team.act((await team.act(edited, 'submit', team.editor)).body, 'approve', team.reviewer);
    const corrected = await signOff();
    expect((await read(publicPath)).text).not.toContain('Endret siden forrige sluttgodkjenning');
    expect((await publish(corrected)).body.publicPath).toBe(publicPath);
    expect((await read(publicPath)).text).toContain('ny konklusjon (Bekreftet → Avkreftet)');
    expect((await unpublish(report)).status).toBe(404);
  });

  it('shows nothing of a protected source, and no review comment', async () => {
    const canary = 'KANARIFUGL';
    const { body: source } = await team.editor.call<{ id: string }>('POST', '/api/sources', {
      kind: 'person',
      name: canary,
      note: canary,
      protected: true,
      description: 'en kilde',
    });
    await team.nameFor(source.id, team.editor, team.reviewer);
    const annotation = await team.annotate(article, first, {
      citations: [{ sourceId: source.id, stance: 'supports', quote: canary, locator: canary }],
    });
    await team.act((await team.act(annotation, 'submit', team.editor)).body, 'approve', team.reviewer, canary);
    await team.approved(article, second);
    const { body } = await publish(await signOff());
    const page = await read(body.publicPath);
    expect(page.text).toContain('en kilde');
    expect(page.text).not.toContain(canary);
  });

  it('shows hostile text as text, in the data block too', async () => {
    const attack = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
    const annotation = await team.annotate(article, first, { rationale: attack });
    await team.act((await team.act(annotation, 'submit', team.editor)).body, 'approve', team.reviewer);
    await team.approved(article, second);
    const { body } = await publish(await signOff(), team.reviewer, { listed: true });
    const page = await read(body.publicPath);
    expect(page.text.match(/<script/gi)).toHaveLength(1);
    expect(page.text).not.toMatch(/<img/i);
  });

  it('is for reviewers of the newsroom alone to publish', async () => {
    const { report } = await signed();
    for (const act of [publish, unpublish]) {
      expect((await act(report, team.editor)).status).toBe(403);
      expect((await act(report, team.stranger)).status).toBe(404);
      expect((await act(report, team.app.nobody)).status).toBe(401);
    }
  });
});
