import type { AnnotationView, ArticleView } from '@belegg/contract';
import { expectAccessible } from './accessible';
import { AnnotatePage } from './annotate-page';
import { expect, test } from './people';

test('articles are found by the words of their texts; the address keeps the search', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const make = (title: string, content: string) =>
    page.request.post('/api/articles', { data: { title, format: 'text', content } });
  await make('Grønlandshvalen', 'Hvalfangerne kom hjem i oktober.');
  await make('Kaia', 'Fergene går hver time.');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Grønlandshvalen' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('hvalfanger');
  await expect(page.getByRole('link', { name: 'Kaia' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Grønlandshvalen' })).toBeVisible();
  await expect(page).toHaveURL(/q=hvalfanger/);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Grønlandshvalen' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Kaia' })).toBeHidden();
  await page.getByRole('combobox', { name: 'Tilstand' }).selectOption({ label: 'Sluttgodkjent' });
  await expect(page.getByText('Ingen artikler passer til søket.')).toBeVisible();
});

test('the address names the open card: a copied one opens it, and Back leads to where one came from', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor');
  const [first, second] = ['Tårnet er 40 meter høyt.', 'Det ble bygd i 1911.'] as const;
  const data = { title: 'Tårnet', format: 'text', content: `${first} ${second}` };
  const { id } = (await (await page.request.post('/api/articles', { data })).json()) as ArticleView;
  const claims: AnnotationView[] = [];
  for (const [exact, start] of [
    [first, 0],
    [second, first.length + 1],
  ] as const) {
    const selector = [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    ];
    const made = await page.request.post(`/api/articles/${id}/annotations`, {
      data: { selector, verdict: 'confirmed' },
    });
    claims.push((await made.json()) as AnnotationView);
  }
  await page.goto('/');
  await page.getByRole('link', { name: 'Tårnet' }).click();
  const annotatePage = new AnnotatePage(page);
  for (const [exact, at] of [
    [first, 0],
    [second, 1],
  ] as const) {
    await annotatePage.closed(exact).click();
    await expect(page).toHaveURL(new RegExp(`annotation=${claims[at]?.id}$`));
  }
  await page.reload();
  await expect(annotatePage.card(second)).toBeVisible();
  const other = await signedInAs('reviewer');
  await other.goto(page.url());
  await expect(new AnnotatePage(other).card(second)).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/articles/);
});

test('Ctrl+K finds what can be done, with its key, and what the newsroom has', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const data = { title: 'Brannstasjonen', format: 'text', content: 'Stasjonen har fire biler. Den er fra 1950.' };
  const { id } = (await (await page.request.post('/api/articles', { data })).json()) as ArticleView;
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Brannstasjonen' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Finn og utfør' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('brannst');
  await expect(palette.getByRole('option', { name: 'Brannstasjonen' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/articles/${id}$`));
  await expect(new AnnotatePage(page).text.getByText('Stasjonen har fire biler.')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('vis eller skjul');
  await expect(palette.getByRole('option', { name: 'Vis eller skjul samtalene' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Samtaler i artikkelen' })).toBeVisible();
});

test('the search page finds articles, claims, sources and people, also misspelled, and leads to them', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor');
  const exact = 'Fyret på Utsira ble tent i 1844.';
  const data = { title: 'Utsira fyr', format: 'text', content: exact };
  const { id } = (await (await page.request.post('/api/articles', { data })).json()) as ArticleView;
  const selector = [
    { type: 'TextPositionSelector', start: 0, end: exact.length },
    { type: 'TextQuoteSelector', exact },
  ];
  await page.request.post(`/api/articles/${id}/annotations`, { data: { selector, verdict: 'denied' } });
  await page.request.post('/api/sources', { data: { kind: 'authority', name: 'Utsira kystvakt' } });
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Søk' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('utsira');
  await expect(page.getByRole('link', { name: 'Utsira fyr', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Utsira kystvakt' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Påstander' }).click();
  await expect(page.getByRole('link', { name: 'Utsira kystvakt' })).toBeHidden();
  await page.getByRole('link', { name: exact }).click();
  await expect(new AnnotatePage(page).card(exact)).toBeVisible();
  await page.goto('/search?q=kystvagkt');
  await expect(page.getByRole('link', { name: 'Utsira kystvakt' })).toBeVisible();
});

test('within an article words are found and marked, and cards filtered, by the keyboard alone', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor');
  const [first, second] = ['Broen er 300 meter lang.', 'Broen sto ferdig i 1995.'] as const;
  const data = { title: 'Broen', format: 'text', content: `${first} ${second} Alle bruker broen.` };
  const { id } = (await (await page.request.post('/api/articles', { data })).json()) as ArticleView;
  for (const [exact, start, verdict] of [
    [first, 0, 'confirmed'],
    [second, first.length + 1, 'denied'],
  ] as const) {
    const selector = [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact },
    ];
    await page.request.post(`/api/articles/${id}/annotations`, { data: { selector, verdict } });
  }
  await page.goto(`/articles/${id}`);
  const annotatePage = new AnnotatePage(page);
  await expect(annotatePage.closed(first)).toBeVisible();
  await page.keyboard.press('f');
  const panel = page.getByRole('search', { name: 'Finn i saken' });
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('broen');
  await expect(panel.getByText('3 treff')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('2 av 3')).toBeVisible();
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('find-current') ?? [])].map(String));
  expect(await marked()).toEqual(['Broen']);
  await expectAccessible(page);
  await panel.getByLabel('Konklusjon').selectOption({ label: 'Avkreftet' });
  await expect(annotatePage.closed(first)).toBeHidden();
  await expect(annotatePage.closed(second)).toBeVisible();
  await expect(panel.getByText('1 av 2 annotasjoner')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(annotatePage.closed(first)).toBeVisible();
  await expect(annotatePage.text.locator(':focus')).toHaveText(second);
});
