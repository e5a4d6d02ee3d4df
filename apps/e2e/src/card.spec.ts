import type { AnnotationView, ArticleView } from '@belegg/contract';
import type { Page } from '@playwright/test';
import { AnnotatePage } from './annotate-page';
import { expect, test } from './people';

const [first, second] = ['Taubanen fraktet 40 000 passasjerer i fjor.', 'Den går hvert kvarter.'] as const;

/** An article, and a source of that name with an address of its own. */
async function open(
  page: Page,
  name: string,
): Promise<{ annotatePage: AnnotatePage; saved: () => Promise<AnnotationView[]> }> {
  const data = { title: 'Taubanen', format: 'text', content: `${first} ${second}\n\n${'Mer om den. '.repeat(120)}` };
  const { id } = (await (await page.request.post('/api/articles', { data })).json()) as ArticleView;
  const source = { name, kind: 'organization', url: `https://${name}.example/` };
  expect((await page.request.post('/api/sources', { data: source })).status()).toBe(201);
  await page.goto(`/articles/${id}`);
  const annotatePage = new AnnotatePage(page);
  await expect(annotatePage.text.getByText(first)).toBeVisible();
  const saved = async (): Promise<AnnotationView[]> =>
    ((await (await page.request.get(`/api/articles/${id}/annotations`)).json()) as { items: AnnotationView[] }).items;
  return { annotatePage, saved };
}

const copy = (page: Page, text: string): Promise<void> =>
  page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

test('a claim with verdict, source, link and quote takes eight keys, and one with its citation again five more', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { saved } = await open(page, 'taubanen');
  let count = 0;
  const press = async (key: string): Promise<void> => {
    count++;
    await page.keyboard.press(key);
  };
  for (const key of ['j', 'Enter', '1', 'Tab']) await press(key);
  await copy(page, 'https://www.taubanen.example/tall');
  await press('Control+v');
  // The source whose address it is of is chosen, and the quote is next.
  await expect(page.getByRole('textbox', { name: 'Sitat' })).toBeFocused();
  await copy(page, '«40 000 passasjerer»');
  await press('Control+v');
  await press('Control+Enter');
  await expect.poll(async () => (await saved()).map(({ status }) => status)).toEqual(['submitted']);
  expect((await saved())[0]?.citations).toMatchObject([
    { stance: 'supports', url: 'https://www.taubanen.example/tall', quote: '40 000 passasjerer' },
  ]);
  expect(count).toBeLessThanOrEqual(8);

  await expect(page.getByRole('button', { name: /^Åpne: .*Til godkjenning/ })).toBeVisible();
  for (const key of ['j', 'Enter', '2', 'Tab', 'ArrowDown', 'Enter', 'Control+Enter']) await press(key);
  await expect.poll(async () => (await saved()).map(({ status }) => status)).toEqual(['submitted', 'submitted']);
  expect((await saved())[1]?.citations).toMatchObject([
    { url: 'https://www.taubanen.example/tall', quote: '40 000 passasjerer' },
  ]);
});

test('by hand it takes five clicks; what it is about and what can be done stay in sight', async ({ signedInAs }) => {
  const page = await signedInAs('editor', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { annotatePage, saved } = await open(page, 'fjellbanen');
  await annotatePage.text.getByText(second).click();
  await annotatePage.toolbar.getByRole('button', { name: 'Avkreftet' }).click();
  const card = annotatePage.card(second);
  await card.getByRole('combobox').click();
  await copy(page, 'https://fjellbanen.example/ruter');
  await page.keyboard.press('Control+v');
  await expect(card.getByRole('textbox', { name: 'Sitat' })).toBeFocused();
  await page.keyboard.type('Avgang hvert 20. minutt');
  await card.getByText('Mer', { exact: true }).click();
  await page.mouse.move(1200, 500);
  for (const scrolled of [0, 150, 150]) {
    await page.mouse.wheel(0, scrolled);
    await expect(card.locator('header')).toBeInViewport({ ratio: 1 });
    await expect(card.getByRole('button', { name: 'Send til godkjenning' })).toBeInViewport({ ratio: 1 });
  }
  await card.getByRole('button', { name: 'Send til godkjenning' }).click();
  await expect.poll(async () => (await saved()).map(({ status }) => status)).toEqual(['submitted']);
});

test('a screenshot pasted on a citation is kept as evidence and can be opened', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const { annotatePage } = await open(page, 'kabelbanen');
  const card = await annotatePage.annotate(first, 'Bekreftet', 'Står i årsrapporten.');
  await card.getByRole('combobox').fill('kabelbanen');
  await card
    .getByRole('option', { name: /^kabelbanen/ })
    .first()
    .click();
  await card.getByRole('textbox', { name: 'Lenke' }).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['bytes of a screenshot'], 'skjerm.png', { type: 'image/png' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const link = card.getByRole('link', { name: 'Åpne beviset' });
  await expect(link).toBeVisible();
  const kept = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(await kept.text()).toBe('bytes of a screenshot');
  await card.getByRole('button', { name: 'Ferdig' }).click();
  await expect(card.getByRole('link', { name: 'Bevis' })).toBeVisible();
});
