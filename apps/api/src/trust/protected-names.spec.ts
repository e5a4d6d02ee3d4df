import {
  reportFormats,
  type AnnotationView,
  type Problem,
  type ReportSummary,
  type SourceProtection,
  type SourceView,
} from '@belegg/contract';
import { EventStreams } from '../events/event-streams';
import { everythingIn } from '../reports/test/everything-in';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';
import type { Caller, TestApp } from '../test/test-app';

const text = 'Broen er 412 meter lang. Den åpner i mai.';
const [first, second] = ['Broen er 412 meter lang.', 'Den åpner i mai.'] as const;
/** Each of them would show the source. */
const canaries = {
  name: 'Kanari Fuglesen',
  alias: 'Fuglegutten',
  domain: 'kanarinett.example',
  address: 'kanariveien.example/hjem',
  quote: 'kanarisitat',
  note: 'kanarinotat',
  formerName: 'Kanari Tidligere',
} as const;
const anyCanary = /kanari|fuglesen|fuglegutten/i;
const description = 'en kilde i etaten';

describe('a protected name', () => {
  let team: TestTeam;
  let beside: TestApp;
  let article: TestArticle;
  let source: SourceView;
  let published: ReportSummary;

  const seen = async (by: Caller): Promise<SourceProtection> =>
    (await by.call<SourceProtection>('GET', `/api/sources/${source.id}/protection`)).body;
  const current = async (by = team.editor): Promise<SourceView> =>
    (await by.call<SourceView>('GET', `/api/sources/${source.id}`)).body;
  const change = async (body: object, by = team.editor) =>
    by.call<SourceView & Problem>('PATCH', `/api/sources/${source.id}`, body, { 'if-match': (await current(by)).etag });
  const name = async (people: readonly Caller[], by = team.admin) =>
    by.call<SourceProtection & Problem>(
      'PUT',
      `/api/sources/${source.id}/protection/readers`,
      { accountIds: people.map(({ actor }) => actor.accountId) },
      { 'if-match': (await seen(by)).etag },
    );
  const removal = async (by: Caller, method: 'POST' | 'DELETE', path = '', body?: object) =>
    by.call<SourceView & Problem>(method, `/api/sources/${source.id}/protection/removal${path}`, body, {
      'if-match': (await seen(by)).etag,
    });

  beforeAll(async () => {
    team = await TestTeam.open();
    beside = await team.app.beside();
    article = await team.article(text);
    ({ body: source } = await team.editor.call<SourceView>('POST', '/api/sources', {
      kind: 'person',
      name: canaries.formerName,
      aliases: [canaries.alias],
      domains: [canaries.domain],
      url: `https://${canaries.address}`,
      note: canaries.note,
    }));
    source = (await change({ name: canaries.name })).body;
    const { body: repeater } = await team.editor.call<SourceView>('POST', '/api/sources', {
      kind: 'newspaper',
      name: 'Avisa',
      originId: source.id,
    });
    const citations = [
      { sourceId: source.id, stance: 'supports', quote: canaries.quote, url: `https://${canaries.domain}/sak` },
      { sourceId: repeater.id, stance: 'supports', url: `https://avisa.example/${canaries.domain}/x` },
    ];
    const rationale = `Det sier ${canaries.name}, se https://${canaries.domain}/sak.`;
    const annotation = await team.annotate(article, first, { citations, rationale });
    const { body: submitted } = await team.act(annotation, 'submit', team.editor, `Spør ${canaries.alias}`);
    await team.act(submitted, 'approve', team.reviewer);
    await team.approved(article, second);
    const { body: report } = await team.signOff(article.id);
    published = (await team.reviewer.call<ReportSummary>('POST', `/api/reports/${report.id}/publication`)).body;
    await team.editor.call('POST', '/api/threads', {
      annotationId: annotation.id,
      text: `Ring ${canaries.name} i kveld`,
    });
  });
  afterAll(async () => {
    await beside.stop();
    await team.close();
  });

  const page = async (app: TestApp): Promise<string> => (await app.nobody.call('GET', published.publicPath ?? '')).text;

  it('goes from pages that were published before, at once and in every process', async () => {
    expect(await page(team.app)).toMatch(anyCanary);
    expect(await page(beside)).toMatch(anyCanary);
    expect((await change({ protected: true, description })).status).toBe(200);
    for (const app of [team.app, beside]) {
      const shown = await page(app);
      expect(shown).not.toMatch(anyCanary);
      expect(shown).toContain(description);
    }
  });

  it('is in none of the nine formats for the public, nor for whoever is not named, of a frozen report or a draft', async () => {
    const texts = async (by: Caller, path: string, profile: string): Promise<string> => {
      const all = await Promise.all(
        reportFormats.map(async (format) => {
          const { status, bytes } = await by.call('GET', `${path}?format=${format}&profile=${profile}`);
          expect([format, status]).toEqual([format, 200]);
          return `${format}: ${await everythingIn(bytes)}`;
        }),
      );
      return all.join('\n');
    };
    for (const path of [`/api/reports/${published.id}`, `/api/articles/${article.id}/report`]) {
      for (const profile of ['internal', 'legal', 'public'])
        expect(await texts(team.colleague, path, profile)).not.toMatch(anyCanary);
      expect(await texts(team.editor, path, 'public')).not.toMatch(anyCanary);
      expect(await texts(team.editor, path, 'internal')).toContain(canaries.name);
    }
  });

  it('is in no answer, list, search, log or problem for whoever is not named', async () => {
    const annotations = (
      await team.editor.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/annotations`)
    ).body.items;
    const claim = annotations[0]!;
    const paths = [
      '/api/sources',
      `/api/sources/${source.id}`,
      `/api/sources/${source.id}/history`,
      `/api/sources/${source.id}/protection`,
      `/api/sources/${source.id}/uses`,
      `/api/articles/${article.id}`,
      `/api/articles/${article.id}/annotations`,
      `/api/articles/${article.id}/events`,
      `/api/articles/${article.id}/sign-off`,
      `/api/articles/${article.id}/reports`,
      `/api/annotations/${claim.id}`,
      `/api/annotations/${claim.id}/history`,
      `/api/threads?annotation=${claim.id}`,
      '/api/reviews?status=approved',
      `/api/reports/${published.id}?format=json`,
      `/api/annotations/${claim.id}/similar`,
      '/api/search?q=broen',
    ];
    for (const path of paths) {
      const answer = await team.colleague.call<{ nextCursor?: string }>('GET', path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, anyCanary.exec(answer.text)?.[0]]).toEqual([path, undefined]);
      // The order of a list and its cursor tell nothing either.
      expect(Buffer.from(answer.body.nextCursor ?? '', 'base64url').toString()).not.toMatch(anyCanary);
    }
    expect(JSON.stringify((await team.editor.call('GET', '/api/sources')).body)).toContain(canaries.name);
    const found = async (query: string) =>
      (await team.colleague.call<{ items: SourceView[] }>('GET', `/api/sources?${query}`)).body.items.map(
        (one) => one.name,
      );
    expect(await found('q=Kanari')).toEqual([]);
    expect(await found('q=Fuglegutten')).toEqual([]);
    expect(await found(`link=https://${canaries.domain}/x`)).toEqual([]);
    for (const q of ['Kanari', 'Fuglegutten', 'Kanari Fuglesen']) {
      const searched = await team.colleague.call('GET', `/api/search?q=${encodeURIComponent(q)}`);
      expect([searched.status, searched.body]).toEqual([200, expect.objectContaining({ sources: [], claims: [] })]);
    }
    expect(await found('q=protected')).toEqual(['Protected source 1']);
    const alike = { kind: 'person', name: canaries.name };
    expect((await team.editor.call('POST', '/api/sources', alike)).status).toBe(409);
    const own = await team.colleague.call<SourceView>('POST', '/api/sources', alike);
    expect(own.status).toBe(201);
    await team.colleague.call('DELETE', `/api/sources/${own.body.id}`, undefined, { 'if-match': own.body.etag });
    const stale = await team.colleague.call(
      'PATCH',
      `/api/annotations/${claim.id}`,
      { rationale: 'x' },
      { 'if-match': '"0"' },
    );
    expect([stale.status, anyCanary.exec(stale.text)?.[0]]).toEqual([412, undefined]);
  });

  it('is in no event that is streamed, also of what protects it', async () => {
    const end = new AbortController();
    const stream = await team.app.nest.get(EventStreams, { strict: false }).start(team.colleague.actor, undefined, end);
    await change({ note: `${canaries.note} 2` });
    const second = { kind: 'person', name: 'Kanari den andre', protected: true, description };
    await team.editor.call('POST', '/api/sources', second);
    let told = '';
    for await (const chunk of stream) {
      told += String(chunk);
      if (/event: source\.created\n/.test(told)) break;
    }
    end.abort();
    expect(told).toContain('article.sourceEdited');
    expect(told).toContain('Vernet kilde 2');
    expect(told).not.toMatch(anyCanary);
  });

  it('is edited around by whoever does not see it: what was hidden from them stays', async () => {
    const [before] = (
      await team.colleague.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/annotations`)
    ).body.items;
    expect(before?.rationale).toContain('Protected source 1');
    const edited = await team.edit(
      before!,
      { rationale: `Ifølge kartet. ${before?.rationale}`, citations: before?.citations },
      team.colleague,
    );
    expect([edited.status, anyCanary.exec(edited.text)?.[0]]).toEqual([200, undefined]);
    const now = await team.get(before?.id ?? '');
    expect(now.rationale).toBe(`Ifølge kartet. Det sier ${canaries.name}, se https://${canaries.domain}/sak.`);
    expect(now.citations.map(({ quote, url }) => [quote, url])).toEqual([
      [canaries.quote, `https://${canaries.domain}/sak`],
      ['', `https://avisa.example/${canaries.domain}/x`],
    ]);
  });

  it('is for those alone to edit, to approve and to expose who are named', async () => {
    expect((await change({ note: 'x' }, team.colleague)).body.code).toBe('not-named');
    const annotation = await team.annotate(article, second, {
      citations: [{ sourceId: source.id, stance: 'supports' }],
    });
    const { body: submitted } = await team.act(annotation, 'submit', team.editor);
    expect((await team.act(submitted, 'approve', team.reviewer)).body).toMatchObject({ code: 'not-named' });
    expect((await removal(team.colleague, 'POST', '', { reason: 'Kjent' })).body.code).toBe('not-named');
    expect((await name([team.colleague], team.colleague)).status).toBe(403);
    expect((await name([team.stranger])).status).toBe(422);
    expect((await name([team.editor, team.reviewer])).body.readers.map((person) => person.name).sort()).toEqual([
      'Eva',
      'Rita',
    ]);
    expect((await current(team.reviewer)).name).toBe(canaries.name);
    expect((await team.act(submitted, 'approve', team.reviewer)).status).toBe(200);
  });

  it('is exposed by two alone, on the source as both saw it', async () => {
    expect((await change({ protected: false })).body.code).toBe('protection-stands');
    expect((await removal(team.editor, 'POST', '/confirm')).status).toBe(404);
    await name([team.editor, team.colleague]);
    expect((await removal(team.editor, 'POST', '', { reason: 'Navnet er kjent' })).status).toBe(200);
    expect((await removal(team.editor, 'POST', '/confirm')).body.code).toBe('own-work');
    await change({ note: 'endret i mellomtiden' });
    expect((await removal(team.colleague, 'POST', '/confirm')).status).toBe(404);
    await removal(team.editor, 'POST', '', { reason: 'Navnet er kjent' });
    await removal(team.colleague, 'DELETE');
    expect((await removal(team.colleague, 'POST', '/confirm')).status).toBe(404);
    await removal(team.editor, 'POST', '', { reason: 'Navnet er kjent' });
    const raw = (set: string) =>
      team.app.database.inNewsroom(team.newsroomId, (tx) => tx.$executeRawUnsafe(set.replace('$id', `'${source.id}'`)));
    await expect(raw('UPDATE "Source" SET "protected" = false WHERE "id" = $id')).rejects.toMatchObject({
      code: 'protection-stands',
    });
    await expect(
      raw(`INSERT INTO "ProtectionRemovalConfirmation" SELECT "newsroomId", "id", "actorId", now() FROM "ProtectionRemoval"
        WHERE "sourceId" = $id AND "withdrawnAt" IS NULL ORDER BY "createdAt" DESC LIMIT 1`),
    ).rejects.toMatchObject({ code: 'own-work' });
    const confirmed = await removal(team.colleague, 'POST', '/confirm');
    expect([confirmed.status, confirmed.body.protected, confirmed.body.name]).toEqual([200, false, canaries.name]);
    expect((await current(team.reviewer2)).name).toBe(canaries.name);
  });
});
