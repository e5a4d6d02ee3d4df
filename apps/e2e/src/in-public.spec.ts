import type { AnnotationView, ArticleView, ReportSummary, SignOffPreview } from '@belegg/contract';
import type { APIRequestContext } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectAccessible } from './accessible';
import { expect, test } from './people';

const first = 'Broen over Lysefjorden er 412 meter lang.';
const second = 'Den koster 90 millioner kroner.';
const heading = 'Broen åpner i mai';
const text = `${heading}\n${first} ${second}`;

/** Signs off an article of which every sentence is confirmed. */
async function signedOff(
  editor: APIRequestContext,
  reviewer: APIRequestContext,
  title: string,
): Promise<ReportSummary> {
  const made = await editor.post('/api/articles', { data: { title, format: 'text', content: text, language: 'nb' } });
  const article = (await made.json()) as ArticleView;
  for (const { start, end } of article.sentences) {
    const exact = text.slice(start, end);
    const created = await editor.post(`/api/articles/${article.id}/annotations`, {
      data: {
        selector: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        ],
        verdict: exact === second ? 'denied' : 'confirmed',
        rationale: exact === second ? 'Kommunestyret vedtok 120 millioner.' : 'Målt av Statens vegvesen.',
      },
    });
    const { id, etag } = (await created.json()) as AnnotationView;
    const submitted = await editor.post(`/api/annotations/${id}/submit`, { headers: { 'if-match': etag } });
    const { etag: now } = (await submitted.json()) as AnnotationView;
    await reviewer.post(`/api/annotations/${id}/approve`, { headers: { 'if-match': now } });
  }
  const { etag } = (await (await reviewer.get(`/api/articles/${article.id}/sign-off`)).json()) as SignOffPreview;
  const signed = await reviewer.post(`/api/articles/${article.id}/reports`, { headers: { 'if-match': etag } });
  expect(signed.status()).toBe(201);
  return (await signed.json()) as ReportSummary;
}

/** The newsroom's own site: the article as readers get it, with the line that Belegg gives for it. */
async function newsroomSite(body: () => string): Promise<{ server: Server; address: string }> {
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="nb"><title>Avisen</title><main>${body()}</main></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/broen` };
}

test('a report is listed, found, and shown on the newsroom’s own page, until the text there is another', async ({
  signedInAs,
  visitor,
}) => {
  const editor = await signedInAs('editor');
  const reviewer = await signedInAs('reviewer');
  const admin = await signedInAs('admin');
  const title = `Broen ${Date.now()}`;
  const report = await signedOff(editor.request, reviewer.request, title);
  let line = '';
  let article = `<article><h1>${heading}</h1><p>${first} ${second}</p></article>`;
  const { server, address } = await newsroomSite(() => `${article}${line}`);

  await test.step('an administrator says how the newsroom corrects itself', async () => {
    await admin.goto('/settings');
    await admin.getByLabel('Slik retter vi feil').fill('Skriv til desken.\nVi retter samme dag.');
    await admin.locator('app-public-profile').getByRole('button', { name: 'Lagre' }).click();
    await expect(admin.getByText('Opplysningene er lagret.')).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step('a reviewer publishes and lists the report, with the address of the article', async () => {
    await reviewer.goto(`/reports/${report.id}`);
    await reviewer.getByRole('button', { name: 'Publiser', exact: true }).click();
    const dialog = reviewer.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /Vis den i redaksjonens liste/ }).check();
    await dialog.getByLabel('Artikkelens adresse').fill(address);
    await expectAccessible(reviewer);
    await dialog.getByRole('button', { name: 'Publiser' }).click();
    await expect(reviewer.getByText('søkemotorer kan finne den')).toBeVisible();
    await reviewer.getByText('Vis påstandene på egne sider').click();
    line = (await reviewer.locator('app-publication pre').textContent()) ?? '';
  });

  const reader = await visitor();
  await test.step('readers find it in the list', async () => {
    const { publicPath } = (await (await admin.request.get('/api/newsroom/profile')).json()) as { publicPath: string };
    await reader.goto(publicPath);
    await expectAccessible(reader);
    await reader.getByRole('link', { name: 'Slik retter vi feil' }).click();
    await expect(reader.getByText('Vi retter samme dag.')).toBeVisible();
    await expectAccessible(reader);
    await reader.getByRole('link', { name: 'Alle faktasjekkene' }).click();
    await reader.getByRole('link', { name: title }).click();
    await expect(reader.getByRole('link', { name: 'Til artikkelen' })).toHaveAttribute('href', address);
    await expect(reader.locator('script[type="application/ld+json"]')).toHaveCount(1);
  });

  await test.step('and on the article itself, by mouse and by keyboard', async () => {
    await reader.goto(address);
    await expect(reader.locator('mark.belegg-claim')).toHaveText([heading, first, second]);
    await reader.getByText(second).click();
    const card = reader.getByRole('dialog', { name: 'Faktasjekk: Avkreftet' });
    await expect(card).toContainText('Kommunestyret vedtok 120 millioner.');
    await expectAccessible(reader);
    await reader.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(reader.getByText(second)).toBeFocused();
    await reader.keyboard.press('Enter');
    await expect(card.getByRole('link', { name: 'Se hva det bygger på' })).toHaveAttribute(
      'href',
      /\/p\/[\w-]+#claim-3$/,
    );
  });

  const showsNothing = async (): Promise<void> => {
    const told = reader.waitForEvent('console', (message) => message.text().startsWith('belegg'));
    await reader.addInitScript(() =>
      document.addEventListener('belegg', ({ detail }: CustomEventInit<unknown>) =>
        console.info('belegg', JSON.stringify(detail)),
      ),
    );
    await reader.goto(address);
    expect((await told).text()).toContain('"shown":[1]');
    await expect(reader.locator('mark.belegg-claim')).toHaveText([heading]);
  };
  await test.step('where the text is another, nothing is shown of what stands there', async () => {
    article = `<article><h1>${heading}</h1><p>${first.replace('412', '421')} ${second}</p></article>`;
    await showsNothing();
  });

  await test.step('taken down, it is shown nowhere, and the page is as good as before', async () => {
    await reviewer.request.delete(`/api/reports/${report.id}/publication`);
    article = `<article><h1>${heading}</h1><p>${first} ${second}</p></article>`;
    const asked = reader.waitForResponse(/claims\.json$/);
    await reader.goto(address);
    expect((await asked).status()).toBe(404);
    await expect(reader.getByText(first)).toBeVisible();
    await expect(reader.locator('mark')).toHaveCount(0);
  });
  server.close();
});
