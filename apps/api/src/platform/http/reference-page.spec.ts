import { routes } from '@belegg/contract';
import { createHash } from 'node:crypto';
import { TestApp } from '../../test/test-app';

describe('the reference for programs', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('shows every operation and every name that it refers to, and needs no other address', async () => {
    const { status, text, headers } = await app.nobody.call('GET', '/api/docs');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const name of Object.keys(routes)) expect(text).toContain(`<section id="${name}">`);
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const wanted = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    const addresses = [...text.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(['/api/openapi.json']);
    expect(text).not.toMatch(/<script|undefined|\[object/);
  });

  it('may use its own style and nothing else', async () => {
    const { text, headers } = await app.nobody.call('GET', '/api/docs');
    const style = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
  });
});
