import type { Oembed, Problem, ProfileView, ReportSummary } from '@belegg/contract';
import { SaxesParser } from 'saxes';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

const path = '/api/newsroom/profile';
const attack = '</title><script>alert(1)</script>&"';

/** The texts of a document's elements by name. @throws Error where it is not well formed */
function elementsIn(xml: string): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => (texts[open.at(-1) ?? ''] ??= []).push(text.trim()));
  parser.write(xml).close();
  return texts;
}

describe('What anybody may read of a newsroom', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const read = (at: string, headers?: Record<string, string>) =>
    team.app.nobody.call<Record<string, unknown>>('GET', at, undefined, headers);
  const profile = async (body: object, by: Caller = team.admin) => {
    const { etag } = (await team.admin.call<ProfileView>('GET', path)).body;
    return by.call<ProfileView & Problem>('PUT', path, body, { 'if-match': etag });
  };
  const index = () => `/n/${team.newsroomId}`;

  async function publish(title: string, body: object): Promise<ReportSummary> {
    const article = await team.article('Broen er lang.');
    const { etag } = (await team.editor.call<{ etag: string }>('GET', `/api/articles/${article.id}`)).body;
    await team.editor.call('PATCH', `/api/articles/${article.id}`, { title }, { 'if-match': etag });
    await team.approved(article, 'Broen er lang.');
    const { body: report } = await team.signOff(article.id);
    return (await team.reviewer.call<ReportSummary>('POST', `/api/reports/${report.id}/publication`, body)).body;
  }

  it('is nothing until it lists a report or says how it corrects itself', async () => {
    await publish('Bare for dem med adressen', {});
    for (const at of ['', '/corrections', '/feed.atom', '/feed.json', '/sitemap.xml'])
      expect([at, (await read(`${index()}${at}`)).status]).toEqual([at, 404]);
    expect((await read('/sitemap.xml')).text).not.toContain(team.newsroomId);
    await profile({ homepage: '', logo: '', correctionsPolicy: 'Skriv til oss.\n\nVi svarer.' });
    const page = await read(`${index()}/corrections`);
    expect(page.text).toContain('<p>Skriv til oss.</p><p>Vi svarer.</p>');
    expect((await read(index())).text).toContain('No fact checks are published here');
  });

  it('lists what is listed, and nothing else, until it is taken down', async () => {
    const articleUrl = 'https://avisen.test/?a=1&b=2';
    const hidden = await publish('Uten plass i listen', {});
    const first = await publish('Broen', { listed: true, articleUrl });
    const second = await publish(attack, { listed: true });
    const page = await read(index(), { 'accept-language': 'nb' });
    expect(page.headers).toMatchObject({ 'content-language': 'nb', 'cache-control': 'no-cache' });
    expect(page.headers['x-robots-tag']).toBeUndefined();
    for (const { publicPath } of [first, second])
      expect(page.text).toContain(`href="http://localhost:80${publicPath}"`);
    expect(page.text).not.toContain(hidden.publicPath);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('Faktasjekker fra Redaksjonen');

    const atom = await read(`${index()}/feed.atom`);
    const { title, id, summary } = elementsIn(atom.text);
    expect(title).toEqual(['Redaksjonen', attack, 'Broen']);
    expect(id?.[2]).toBe(`http://localhost:80${first.publicPath}`);
    expect(summary?.[0]).toMatch(/setning/);
    const { body: feed } = await read(`${index()}/feed.json`);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ title: attack }, { title: 'Broen', external_url: articleUrl, language: 'nb' }],
    });
    const { loc } = elementsIn((await read(`${index()}/sitemap.xml`)).text);
    expect(loc).toContain(`http://localhost:80${first.publicPath}`);
    expect(loc?.join()).not.toContain(hidden.publicPath);
    expect(elementsIn((await read('/sitemap.xml')).text)['loc']).toEqual([`http://localhost:80${index()}/sitemap.xml`]);
    expect((await read('/robots.txt')).text).toContain('Sitemap: http://localhost:80/sitemap.xml');
    for (const at of ['/feed.atom', '/feed.json', '/sitemap.xml'])
      expect((await read(`${index()}${at}`)).headers['access-control-allow-origin']).toBe('*');

    await team.reviewer.call('DELETE', `/api/reports/${first.id}/publication`);
    expect((await read(index())).text).not.toContain(first.publicPath);
    expect((await read(`/n/0191a000-0000-7000-8000-000000000000`)).status).toBe(404);
    expect((await read(`/n/nobody`)).status).toBe(404);
  });

  it('says of itself what administrators say, on pages that were published before too', async () => {
    const { publicPath = '' } = await publish('Broen', { listed: true });
    const said = {
      homepage: 'https://avisen.test/',
      logo: 'https://bilder.avisen.test/logo.png',
      correctionsPolicy: 'Vi retter.',
    };
    expect((await read(publicPath)).text).not.toContain(said.homepage);
    expect(await profile(said)).toMatchObject({ status: 200, body: { ...said, publicPath: index() } });
    const page = await read(publicPath);
    expect(page.text).toContain(`"logo":"${said.logo}"`);
    expect(page.text).toContain(`"url":"${said.homepage}"`);
    expect(page.text).toContain(`${index()}/corrections`);
    const list = await read(index());
    expect(list.text).toContain(`<img class="logo" src="${said.logo}"`);
    expect(list.headers['content-security-policy']).toContain('img-src https://bilder.avisen.test;');
  });

  it('is for administrators to say, by the ETag that they saw', async () => {
    const body = { homepage: '', logo: '', correctionsPolicy: '' };
    expect((await profile(body, team.reviewer)).status).toBe(403);
    expect((await profile(body, team.app.nobody)).status).toBe(401);
    expect((await profile({ ...body, homepage: 'javascript:alert(1)' })).status).toBe(422);
    const { etag } = (await team.admin.call<ProfileView>('GET', path)).body;
    await profile({ ...body, homepage: 'https://ny.test/' });
    const stale = await team.admin.call('PUT', path, body, { 'if-match': etag });
    expect(stale).toMatchObject({ status: 412, body: { current: { homepage: 'https://ny.test/' } } });
    const types = await team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.event.findMany({
        where: { newsroomId: team.newsroomId, type: 'profile.changed' },
        orderBy: { id: 'asc' },
      }),
    );
    expect(types.at(-1)?.data).toMatchObject({ after: { homepage: 'https://ny.test/' } });
  });

  it('tells how a published report is embedded, and of nothing else', async () => {
    const { publicPath = '', id } = await publish(attack, {});
    const ask = (url: string, more = '') =>
      team.app.nobody.call<Oembed>('GET', `/oembed?url=${encodeURIComponent(url)}${more}`);
    const { body } = await ask(`http://localhost:80${publicPath}`, '&maxwidth=400&format=json');
    expect(body).toMatchObject({ version: '1.0', type: 'rich', title: attack, width: 400, height: null });
    expect(body.html).toContain(`<a href="http://localhost:80${publicPath}">`);
    expect(body.html).not.toContain('<script');
    expect((await read(publicPath)).text).toContain('type="application/json+oembed"');
    for (const url of [`https://andre.test${publicPath}`, 'http://localhost:80/api/reports', 'nonsense'])
      expect((await ask(url)).status).toBe(404);
    await team.reviewer.call('DELETE', `/api/reports/${id}/publication`);
    expect((await ask(`http://localhost:80${publicPath}`)).status).toBe(404);
  });
});
