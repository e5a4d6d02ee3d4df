import { TestApp } from '../../test/test-app';
import { renderProblemPage, wantsPage } from './problem-page';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('who is shown a page', () => {
  it.each([
    [browser, true],
    ['text/html', true],
    ['text/html;q=0.5, application/json', false],
    ['application/json;q=0.5, text/html', true],
    ['application/json, text/plain, */*', false],
    ['*/*', false],
    ['text/html;q=0', false],
    [undefined, false],
  ])('%s: %s', (accept, expected) => {
    expect(wantsPage(accept)).toBe(expected);
  });
});

describe('problems in a browser', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const open = (path: string, accept: string, language = 'nb') =>
    app.nobody.call('GET', path, undefined, { accept, 'accept-language': language });

  it.each([
    ['/p/aaaaaaaaaaaaaaaaaaaaaa', 404, 'Rapporten er ikke her'],
    ['/p/none', 404, 'Rapporten er ikke her'],
    ['/api/articles', 401, 'Logg inn'],
    ['/api/nowhere', 404, 'Finnes ikke'],
  ])('%s answers %i with a page to a browser, and with data to a program', async (path, status, words) => {
    const page = await open(path, browser);
    expect(page.status).toBe(status);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['vary']).toMatch(/accept/i);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.text).toContain(words);
    expect(page.text).toContain('<html lang="nb">');
    const data = await open(path, '*/*');
    expect(data.status).toBe(status);
    expect(data.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('speak the language of the browser', async () => {
    expect((await open('/p/none', browser, 'en')).text).toContain('The report is not here');
  });

  it('hold nothing that a browser would run', () => {
    const problem = {
      type: 'a',
      code: 'invalid',
      title: '<script>"&',
      status: 422,
      detail: '<img onerror=x>',
    } as const;
    const { body } = renderProblemPage(problem, 'nb', '/api/x');
    expect(body).not.toMatch(/<script|<img/);
    expect(body).toContain('&lt;script&gt;&quot;&amp;');
  });
});
