import type { AnnotationView, ArticleView } from '@belegg/contract';
import { AnnotatePage } from './annotate-page';
import { expect, test } from './people';

const first = 'Ferja går klokka åtte.';
const second = 'Billetten koster 40 kroner.';
const third = 'Turen tar 🚢 en halv time.';

test('a claim is marked, reasoned and submitted, and another one by words, without a mouse', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const taken = await page.request.post('/api/articles', {
    data: { title: 'Uten mus', format: 'text', content: `${first} ${second} ${third}` },
  });
  const { id } = (await taken.json()) as ArticleView;
  const annotations = async (): Promise<AnnotationView[]> =>
    ((await (await page.request.get(`/api/articles/${id}/annotations`)).json()) as { items: AnnotationView[] }).items;
  const annotatePage = new AnnotatePage(page);

  await page.goto(`/articles/${id}`);
  await expect(annotatePage.text.getByText(first)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(annotatePage.toolbar).toBeVisible();
  await page.keyboard.press('2');
  await expect(annotatePage.card(second).getByLabel('Begrunnelse')).toBeFocused();
  await page.keyboard.type('Den koster 45.');
  await page.keyboard.press('Control+Enter');
  await expect(annotatePage.closed(second, 'Til godkjenning')).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(annotatePage.toolbar).toBeVisible();
  await page.keyboard.press('3');
  await expect
    .poll(async () => (await annotations()).map(({ verdict, status }) => `${verdict} ${status}`))
    .toEqual(['denied submitted', 'disputed draft']);
  const selector = (await annotations())[1]?.selector;
  const exact = selector?.[1].exact ?? '';
  expect(exact).not.toBe('');
  expect(third.startsWith(exact)).toBe(true);
  expect((selector?.[0].end ?? 0) - (selector?.[0].start ?? 0), 'offsets are code points').toBe([...exact].length);
});
