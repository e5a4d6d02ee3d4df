import { reportFormats, type Report, type ReportSummary, type SourceView } from '@belegg/contract';
import { createHash } from 'node:crypto';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';
import { everythingIn } from './test/everything-in';

const text = 'Broen er 412 meter lang. Den åpner i mai.';
const [first, second] = ['Broen er 412 meter lang.', 'Den åpner i mai.'] as const;

describe('Reports', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article(text);
  });
  afterAll(() => team.close());

  const signOff = (by = team.reviewer) => team.signOff(article.id, by);
  const finish = async () => [await team.approved(article, first), await team.approved(article, second)] as const;
  const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

  it('refuses to sign off while anything is open, and says what', async () => {
    await team.approved(article, first);
    await team.submitted(article, second);
    const { status, body } = await signOff();
    expect({ status, code: body.code, open: body.open }).toEqual({
      status: 409,
      code: 'not-covered',
      open: [{ index: 1, state: 'submitted', text: second }],
    });
    expect((await team.events(article.id)).map(({ type }) => type)).not.toContain('report.signed');
  });

  it('refuses to sign off while an annotation has lost its words, until it is retired or marked anew', async () => {
    const [orphan] = await finish();
    await article.revise(second);
    await article.anchor(orphan.id, 1, { outcome: 'orphaned' });
    await team.approved(article, second);
    expect((await signOff()).body.orphans).toEqual(expect.arrayContaining([{ annotationId: orphan.id, exact: first }]));
    for (const { annotationId } of (await signOff()).body.orphans ?? [])
      await team.act(await team.get(annotationId), 'retire', team.editor);
    const { status, body } = await signOff();
    expect({ status, code: body.code }).toEqual({ status: 201, code: undefined });
  });

  it('freezes what was approved, and serves the very bytes that the hash names', async () => {
    await finish();
    const { status, body } = await signOff();
    expect({ status, number: body.number, current: body.current, by: body.createdBy.name }).toEqual({
      status: 201,
      number: 1,
      current: true,
      by: 'Rita',
    });
    const json = await team.editor.call<Report>('GET', `/api/reports/${body.id}?format=json`);
    expect(sha256(json.text)).toBe(body.sha256);
    expect(json.body).toMatchObject({
      kind: 'frozen',
      coverage: { checkable: 2, approved: 2 },
      claims: [{ exact: first, approval: { by: { name: 'Rita' } } }, { exact: second }],
    });
    expect(json.body.revision.sha256).toBe(sha256(json.body.revision.text));
    const html = await team.editor.call('GET', `/api/reports/${body.id}`);
    expect(html.text).toContain(body.sha256);
    expect(html.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('never changes what is frozen, and shows that something happened since', async () => {
    const [annotation] = await finish();
    const { body: before } = await signOff();
    const frozen = (await team.editor.call('GET', `/api/reports/${before.id}?format=json`)).text;
    await team.edit(annotation, { verdict: 'denied', rationale: 'Målt på nytt.' });
    expect((await team.editor.call('GET', `/api/reports/${before.id}?format=json`)).text).toBe(frozen);
    const { body } = await team.editor.call<{ items: ReportSummary[] }>('GET', `/api/articles/${article.id}/reports`);
    expect(body.items.map(({ number, current }) => [number, current])).toEqual([[1, false]]);
    expect((await signOff()).status).toBe(409);
  });

  it('logs in a later report what it says otherwise', async () => {
    const [annotation] = await finish();
    await signOff();
    const edited = (await team.edit(annotation, { verdict: 'denied' })).body;
    await team.act((await team.act(edited, 'submit', team.editor)).body, 'approve', team.reviewer);
    const { body } = await signOff();
    const later = await team.editor.call<Report>('GET', `/api/reports/${body.id}?format=json`);
    expect(later.body.corrections).toMatchObject([
      { since: 1, changes: [{ kind: 'verdict', exact: first, from: 'confirmed', to: 'denied' }] },
    ]);
    expect((await team.editor.call('GET', `/api/reports/${body.id}`)).text).toContain(
      'ny konklusjon (Bekreftet → Avkreftet), siden rapport 1',
    );
  });

  it('gives one report to two who sign off at once', async () => {
    await finish();
    const answers = await Promise.all([signOff(team.reviewer), signOff(team.reviewer2)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await team.events(article.id)).filter(({ type }) => type === 'report.signed')).toHaveLength(1);
  });

  it('has an edit that races a sign-off either in the report or before a refusal', async () => {
    for (let round = 0; round < 10; round += 1) {
      article = await team.article(text);
      const [annotation] = await finish();
      const [signed, edited] = await Promise.all([signOff(), team.edit(annotation, { rationale: `runde ${round}` })]);
      expect(edited.status).toBe(200);
      if (signed.status === 201) {
        const { body } = await team.editor.call<Report>('GET', `/api/reports/${signed.body.id}?format=json`);
        expect(body.claims.map(({ status, rationale }) => [status, rationale])).toEqual([
          ['approved', ''],
          ['approved', ''],
        ]);
      } else {
        expect(['not-covered', 'stale']).toContain(signed.body.code);
      }
    }
  });

  it('shows as a draft how things stand, with everything but what was retired, and no hash', async () => {
    await team.submitted(article, first);
    await team.act(await team.annotate(article, second), 'retire', team.editor);
    const { body } = await team.editor.call<Report>('GET', `/api/articles/${article.id}/report?format=json`);
    expect(body).toMatchObject({ kind: 'draft', claims: [{ status: 'submitted' }] });
    expect(body).not.toHaveProperty('signOff');
  });

  it('renders in every format', async () => {
    await finish();
    const { body } = await signOff();
    for (const format of reportFormats) {
      for (const path of [`/api/reports/${body.id}`, `/api/articles/${article.id}/report`]) {
        const answer = await team.editor.call('GET', `${path}?format=${format}`);
        expect([format, answer.status]).toEqual([format, 200]);
        expect(answer.headers['content-disposition']).toMatch(
          new RegExp(
            `^${format === 'html' ? 'inline' : 'attachment'}; filename="[\\w .-]+"; filename\\*=UTF-8''[\\w%.-]+$`,
          ),
        );
        expect(answer.text.length).toBeGreaterThan(100);
      }
    }
  });

  it('prints the source that was cited, whatever it is called later, and says that it has changed since', async () => {
    const source = async () => (await team.editor.call<SourceView>('GET', `/api/sources/${id}`)).body;
    const id = await team.source('KCNA opprinnelig');
    const change = async (body: object) =>
      team.editor.call('PATCH', `/api/sources/${id}`, body, { 'if-match': (await source()).etag });
    const citations = [{ sourceId: id, stance: 'supports' }];
    const one = await team.annotate(article, first, { citations });
    await team.act((await team.act(one, 'submit', team.editor)).body, 'approve', team.reviewer);
    await team.approved(article, second);
    const { body: signed } = await signOff();
    const frozen = await team.editor.call('GET', `/api/reports/${signed.id}?format=json`);
    await change({ name: 'Reuters', kind: 'newspaper' });
    const again = await team.editor.call('GET', `/api/reports/${signed.id}?format=json`);
    expect(again.text).toBe(frozen.text);
    for (const format of ['html', 'md', 'csv', 'json', 'webannotation', 'claimreview']) {
      const { text } = await team.editor.call('GET', `/api/articles/${article.id}/report?format=${format}`);
      expect([format, text.includes('KCNA opprinnelig'), text.includes('Reuters')]).toEqual([format, true, false]);
      const mark = format === 'json' ? '"sourceChanged":true' : 'kilden er endret siden';
      if (format !== 'claimreview') expect([format, text]).toEqual([format, expect.stringContaining(mark)]);
    }
    // Signed off anew, the report says so too.
    const { body: later } = await signOff();
    expect(later.number).toBe(2);
    const { body: report } = await team.editor.call<Report>('GET', `/api/reports/${later.id}?format=json`);
    expect(report.claims.flatMap((claim) => claim.citations)).toMatchObject([
      { sourceRevision: 1, sourceChanged: true },
    ]);
    expect(report.sources).toMatchObject([{ name: 'KCNA opprinnelig', kind: 'newsAgency', revision: 1 }]);
  });

  it('lets nothing of a protected source into any format of the public profile', async () => {
    const canary = 'KANARIFUGL';
    const { body: source } = await team.editor.call<{ id: string }>('POST', '/api/sources', {
      kind: 'person',
      name: `Navn${canary}`,
      aliases: [`Alias${canary}`],
      url: `https://${canary.toLowerCase()}.test/`,
      note: `Notat${canary}`,
      protected: true,
      description: 'en kilde i departementet',
    });
    await team.nameFor(source.id, team.editor, team.reviewer);
    const citations = [
      {
        sourceId: source.id,
        stance: 'supports',
        url: `https://lenke.${canary.toLowerCase()}.test/`,
        locator: `Sted${canary}`,
        quote: `Sitat${canary}`,
        quoteLanguage: 'ko',
        translation: `Oversatt${canary}`,
        accessedAt: '2024-11-11',
      },
    ];
    const annotation = await team.annotate(article, first, { citations });
    await team.act(
      (await team.act(annotation, 'submit', team.editor)).body,
      'approve',
      team.reviewer,
      `Kommentar${canary}`,
    );
    await team.approved(article, second);
    const { body } = await signOff();
    for (const format of reportFormats) {
      const open = await team.editor.call('GET', `/api/reports/${body.id}?format=${format}&profile=public`);
      const said = `${await everythingIn(open.bytes)}${JSON.stringify(open.headers)}`;
      expect([format, said.toUpperCase().includes(canary), said.includes(source.id)]).toEqual([format, false, false]);
    }
    for (const format of ['pdf', 'docx', 'xlsx']) {
      const internal = await team.editor.call('GET', `/api/reports/${body.id}?format=${format}`);
      expect([format, (await everythingIn(internal.bytes)).includes(`Navn${canary}`)]).toEqual([format, true]);
    }
    expect((await team.editor.call('GET', `/api/reports/${body.id}?format=json&profile=legal`)).text).toContain(
      `Navn${canary}`,
    );
    expect((await team.editor.call('GET', `/api/reports/${body.id}?format=html&profile=public`)).text).toContain(
      'en kilde i departementet',
    );
  });

  it('is for reviewers to sign off, for members to read, and for nobody else', async () => {
    await finish();
    expect((await signOff(team.editor)).status).toBe(403);
    expect((await signOff(team.admin)).status).toBe(403);
    expect((await signOff(team.stranger)).status).toBe(404);
    expect((await signOff(team.app.nobody)).status).toBe(401);
    const { body } = await signOff();
    for (const path of [
      `/api/reports/${body.id}`,
      `/api/articles/${article.id}/report`,
      `/api/articles/${article.id}/reports`,
    ]) {
      expect((await team.admin.call('GET', path)).status).toBe(200);
      expect((await team.stranger.call('GET', path)).status).toBe(404);
      expect((await team.app.nobody.call('GET', path)).status).toBe(401);
    }
  });
});
