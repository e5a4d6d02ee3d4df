import type { ArticleView } from '@belegg/contract';
import { expectAccessible } from './accessible';
import { expect, test } from './people';

const menu = Array.from({ length: 20 }, (_, index) => `<a href="/${index}">Menypunkt ${index}</a>`);
const first = 'Kommunen åpner det nye badeanlegget 1. mai 2025, tre år etter at arbeidet begynte ved elva i byen.';
const last = 'Det har kostet 90 millioner kroner, ifølge regnskapet som kommunen la fram for politikerne i går.';
/** As pages were made of tables: menus to the left, the article in the middle. */
const saved = (...paragraphs: string[]): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'lagret side.html',
  mimeType: 'text/html',
  buffer: Buffer.from(`<!doctype html><html lang="nb"><head><title>Badeanlegget åpner</title>
    <meta name="author" content="Kari Moe"></head><body><table><tr><td>${menu.join('<br>')}</td><td>
    <h1>Badeanlegget åpner</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</td></tr></table></body></html>`),
});

test('a saved page comes in without its menus, as a new article and as a new text of it', async ({ signedInAs }) => {
  test.setTimeout(120_000);
  const page = await signedInAs('editor');

  await test.step('a new article', async () => {
    await page.goto('/articles/new');
    await page.getByLabel('Velg en fil').setInputFiles(saved(first, last));
    const preview = page.getByRole('region', { name: 'Slik blir den' });
    await expect(preview.getByText(first)).toBeVisible();
    await expect(preview.locator('app-text-preview')).not.toContainText('Menypunkt');
    await expect(preview.getByText('Menypunkt 0')).toBeVisible();
    await expect(page.getByLabel('Forfatter')).toHaveValue('Kari Moe');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Opprett artikkel' }).click();
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  });
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await test.step('a new text', async () => {
    await page.goto(`/articles/${id}/revise`);
    await page.getByRole('button', { name: 'Bytt ut hele teksten' }).click();
    await page.getByLabel('Velg en fil').setInputFiles(saved(first, last.replace('90', '112')));
    await expect(page.getByRole('deletion').getByText('90')).toBeVisible();
    await expect(page.getByText('Filen oppgir forfatteren Kari Moe.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lagre ny revisjon' }).click();
    await page.waitForURL((url) => url.pathname === `/articles/${id}`);
    const article = (await (await page.request.get(`/api/articles/${id}`)).json()) as ArticleView;
    expect(article.revision.number).toBe(2);
    expect(article.revision.text.split('\n')).toEqual(['Badeanlegget åpner', first, last.replace('90', '112')]);
  });

  await test.step('a file that is not read is refused at its field, with what is read', async () => {
    await page.goto('/articles/new');
    await page
      .getByLabel('Velg en fil')
      .setInputFiles({ name: 'gammel.rtf', mimeType: 'application/rtf', buffer: Buffer.from('{\\rtf1 Hei}') });
    await expect(page.locator('app-intake-editor').getByText('Lagre saken som en av disse: .txt')).toBeVisible();
  });
});
