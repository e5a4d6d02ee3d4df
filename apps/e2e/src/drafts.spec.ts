import type { AnnotationRevisionView, AnnotationView, ArticleView, DraftList } from '@belegg/contract';
import type { Page } from '@playwright/test';
import { AnnotatePage } from './annotate-page';
import { expect, people, test } from './people';

const sentence = 'Fjellheisen åpner i mai.';

async function open(page: Page, id: string): Promise<AnnotatePage> {
  await page.goto(`/articles/${id}`);
  const annotatePage = new AnnotatePage(page);
  await expect(annotatePage.text.getByText(sentence)).toBeVisible();
  return annotatePage;
}

async function newArticle(page: Page): Promise<string> {
  const data = { title: 'Heisen', format: 'text', content: `${sentence} Den går hver time.` };
  return ((await (await page.request.post('/api/articles', { data })).json()) as ArticleView).id;
}

const saved = async (page: Page, id: string): Promise<AnnotationView[]> =>
  ((await (await page.request.get(`/api/articles/${id}/annotations`)).json()) as { items: AnnotationView[] }).items;
const kept = async (page: Page, id: string): Promise<string[]> => {
  const { mine } = (await (await page.request.get(`/api/articles/${id}/drafts`)).json()) as DraftList;
  return mine.map(({ statement }) => statement.rationale);
};

test('what is typed goes on in the other browser of its author, and a crash of the first loses none of it', async ({
  signedInAs,
}) => {
  const first = await signedInAs('editor');
  const id = await newArticle(first);
  const card = await (await open(first, id)).annotate(sentence, 'Bekreftet', 'Sagt av selskapet');
  await expect(card.getByText('Utkast lagret')).toBeVisible();
  await card.getByLabel('Begrunnelse').press('End');
  await first.keyboard.type(', i en melding', { delay: 30 });
  await expect.poll(() => kept(first, id)).toEqual(['Sagt av selskapet, i en melding']);
  const [claim] = await saved(first, id);
  expect(claim).toMatchObject({ revision: 1, rationale: '' });

  // Another one's page sees who is writing, and not what.
  const colleague = await signedInAs('editor2');
  const theirs = await open(colleague, id);
  await theirs.closed(sentence).click();
  await expect(colleague.getByText(`${people.editor.name} skriver på denne nå`)).toBeVisible();
  // Then the author's words become a revision, since somebody waits for them.
  await expect.poll(async () => (await saved(first, id))[0]?.rationale).toBe('Sagt av selskapet, i en melding');
  await expect(theirs.card(sentence).getByLabel('Begrunnelse')).toHaveValue('Sagt av selskapet, i en melding');

  await card.getByLabel('Begrunnelse').fill('Sagt av selskapet mandag');
  await expect.poll(() => kept(first, id)).toEqual(['Sagt av selskapet mandag']);
  await first.context().close();

  const second = await signedInAs('editor', { viewport: { width: 390, height: 844 } });
  const annotatePage = await open(second, id);
  await annotatePage.text.getByText(sentence).click();
  await expect(annotatePage.card(sentence).getByLabel('Begrunnelse')).toHaveValue('Sagt av selskapet mandag');
  await annotatePage.card(sentence).getByLabel('Begrunnelse').fill('Sagt av selskapet mandag, i en melding');
  await annotatePage.card(sentence).getByRole('button', { name: 'Lukk' }).click();
  await expect.poll(async () => (await saved(second, id))[0]?.rationale).toBe('Sagt av selskapet mandag, i en melding');
  expect(await kept(second, id)).toEqual([]);
  const history = await second.request.get(`/api/annotations/${claim?.id ?? ''}/history`);
  const { items } = (await history.json()) as { items: AnnotationRevisionView[] };
  expect(items.map(({ rationale }) => rationale)).toEqual([
    'Sagt av selskapet mandag, i en melding',
    'Sagt av selskapet, i en melding',
    '',
  ]);
});
