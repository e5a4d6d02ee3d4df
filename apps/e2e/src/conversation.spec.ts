import type { AnnotationView, ArticleView, ThreadView } from '@belegg/contract';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { AnnotatePage } from './annotate-page';
import { overflowing } from './overflow';
import { expect, people, test } from './people';

const [claim, other] = ['Fyret ble tent i 1878.', 'Det er 24 meter høyt.'] as const;

async function makeArticle(page: Page): Promise<ArticleView> {
  const content = `${claim} ${other}\n\n${'Mer om fyret. '.repeat(60)}`;
  const data = { title: 'Fyret på odden', format: 'text', content };
  return (await (await page.request.post('/api/articles', { data })).json()) as ArticleView;
}

/** A claim that waits for a reviewer. */
async function submitted(page: Page, { id }: ArticleView): Promise<AnnotationView> {
  const selector = [
    { type: 'TextPositionSelector', start: 0, end: claim.length },
    { type: 'TextQuoteSelector', exact: claim, prefix: '', suffix: '' },
  ];
  const data = { selector, verdict: 'confirmed', rationale: 'Står i fyrlista.', citations: [] };
  const made = (await (await page.request.post(`/api/articles/${id}/annotations`, { data })).json()) as AnnotationView;
  const answer = await page.request.post(`/api/annotations/${made.id}/submit`, {
    data: {},
    headers: { 'if-match': made.etag },
  });
  expect(answer.status()).toBe(200);
  return made;
}

async function openArticle(page: Page, { id }: ArticleView, query = ''): Promise<AnnotatePage> {
  await page.goto(`/articles/${id}${query}`);
  const annotatePage = new AnnotatePage(page);
  await expect(annotatePage.text.getByText(claim)).toBeVisible();
  return annotatePage;
}

const threads = async (page: Page, { id }: ArticleView): Promise<ThreadView[]> =>
  ((await (await page.request.get(`/api/threads?article=${id}`)).json()) as { items: ThreadView[] }).items;

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Samtaler i artikkelen' });
const markOf = (page: Page, words: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^Samtale om «${words}»`) });

test('two people talk about a claim while it is reviewed; the approval is untouched by it', async ({ signedInAs }) => {
  const [editor, reviewer] = [await signedInAs('editor'), await signedInAs('reviewer')];
  const article = await makeArticle(editor);
  const annotation = await submitted(editor, article);
  const annotatePage = await openArticle(editor, article, `?annotation=${annotation.id}`);
  await reviewer.goto(`/review?item=${annotation.id}`);
  const panel = reviewer.getByRole('complementary', { name: 'Påstanden' });
  await expect(panel.getByText('Står i fyrlista.')).toBeVisible();

  // A mention by a few letters, and the comment is there for the other at once.
  const talk = annotatePage.card(claim).getByRole('region', { name: 'Samtale' });
  const field = talk.getByRole('textbox', { name: 'Skriv en kommentar' });
  await field.fill('Er årstallet sikkert, ');
  await field.press('End');
  await field.pressSequentially('@mar');
  await expect(talk.getByRole('option', { name: `${people.reviewer.name} ${people.reviewer.email}` })).toBeVisible();
  await expectAccessible(editor);
  await field.press('Enter');
  await expect(field).toHaveValue(`Er årstallet sikkert, @${people.reviewer.name} `);
  await field.pressSequentially('?');
  await field.press('Control+Enter');
  await expect(talk.getByText(`@${people.reviewer.name}`)).toBeVisible();
  await expect(talk.getByRole('textbox', { name: 'Svar' })).toBeFocused();
  expect((await threads(editor, article))[0]?.comments[0]?.mentions).toMatchObject([{ name: people.reviewer.name }]);

  await expect(panel.getByText('Er årstallet sikkert,')).toBeVisible();
  await expect(panel.getByText('Ny', { exact: true })).toBeVisible();
  await expect.poll(async () => (await threads(reviewer, article))[0]?.unread).toBe(0);
  await expectAccessible(reviewer);
  await reviewer.keyboard.press('c');
  await expect(panel.getByRole('textbox', { name: 'Svar' })).toBeFocused();
  await reviewer.keyboard.type('Ja, se https://fyr.example/liste.');
  await reviewer.keyboard.press('Control+Enter');
  await expect(panel.getByRole('link', { name: 'https://fyr.example/liste' })).toBeVisible();
  await expect(talk.getByRole('link', { name: 'https://fyr.example/liste' })).toBeVisible();

  // Typed with Ctrl+Enter it was sent, not the claim; what the reviewer has open can be approved as it is.
  await panel.getByRole('button', { name: 'Godkjenn' }).click();
  await expect(annotatePage.card(claim).getByText(`Godkjent av ${people.reviewer.name}`)).toBeVisible();
  await talk.getByRole('textbox', { name: 'Svar' }).fill('Takk.');
  await talk.getByRole('button', { name: 'Svar' }).click();
  await expect(talk.getByText('Takk.')).toBeVisible();
  await talk.getByRole('button', { name: 'Avslutt samtalen' }).click();
  await expect(talk.getByText('1 avsluttet samtale')).toBeVisible();
  const now = (await (await editor.request.get(`/api/annotations/${annotation.id}`)).json()) as AnnotationView;
  expect([now.status, now.revision]).toEqual(['approved', annotation.revision]);
});

test('a conversation on words begins from a selection by key, is marked for the other, resolved and reopened', async ({
  signedInAs,
}) => {
  const [editor, reviewer] = [await signedInAs('editor'), await signedInAs('reviewer')];
  const article = await makeArticle(editor);
  await openArticle(editor, article);
  await openArticle(reviewer, article);
  for (const key of ['j', 'Enter', 'c']) await editor.keyboard.press(key);
  const panel = panelOf(editor);
  const field = panel.getByRole('textbox', { name: 'Skriv en kommentar' });
  await expect(field).toBeFocused();
  await editor.keyboard.type('Hvem har målt?');
  await panel.getByRole('combobox', { name: 'Spør' }).selectOption({ label: people.reviewer.name });
  await expectAccessible(editor);

  // Through a reload it is there, with its words.
  await editor.reload();
  await editor.getByRole('button', { name: 'Samtaler', exact: true }).click();
  await expect(panel.getByText(`«${other}»`)).toBeVisible();
  await expect(field).toHaveValue('Hvem har målt?');
  await panel.getByRole('combobox', { name: 'Spør' }).selectOption({ label: people.reviewer.name });
  await field.press('Control+Enter');
  await expect(panel.getByText(`Spørsmål til ${people.reviewer.name}`)).toBeVisible();
  await expect(panel.getByText('ikke besvart')).toBeVisible();

  const mark = markOf(reviewer, other);
  await expect(mark).toHaveAccessibleName(`Samtale om «${other}»: 1 kommentar, 1 ulest`);
  await expect(reviewer.getByText('1 ulest', { exact: true })).toBeVisible();
  await expectAccessible(reviewer);
  await mark.click();
  const theirs = panelOf(reviewer);
  await expect(theirs.getByRole('textbox', { name: 'Svar' })).toBeFocused();
  await expect(mark).toHaveAccessibleName(`Samtale om «${other}»: 1 kommentar`);
  await reviewer.keyboard.type('Kystverket.');
  await reviewer.keyboard.press('Control+Enter');
  await expect(panel.getByText('Kystverket.')).toBeVisible();
  await expect(panel.getByText('ikke besvart')).toBeHidden();

  await theirs.getByRole('button', { name: 'Avslutt samtalen' }).click();
  await expect(mark).toBeHidden();
  await expect(markOf(editor, other)).toBeHidden();
  await panel.getByText('1 avsluttet samtale').click();
  await panel.getByRole('button', { name: 'Ta opp igjen' }).click();
  await expect(mark).toBeVisible();
  await panel.getByRole('textbox', { name: 'Svar' }).focus();
  await editor.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('one edits what one said, others see that and what stood before, and nobody edits what others said', async ({
  signedInAs,
}) => {
  const [editor, reviewer] = [await signedInAs('editor'), await signedInAs('reviewer')];
  const article = await makeArticle(editor);
  const data = { articleId: article.id, text: 'Trenger bilde fra 1912.' };
  expect((await editor.request.post('/api/threads', { data })).status()).toBe(201);
  await openArticle(editor, article);
  await openArticle(reviewer, article);
  for (const page of [editor, reviewer]) await page.keyboard.press('Shift+C');
  const [mine, theirs] = [panelOf(editor), panelOf(reviewer)];
  await expect(theirs.getByText('Trenger bilde fra 1912.')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Rediger' })).toBeHidden();
  await mine.getByRole('button', { name: 'Rediger' }).click();
  const field = mine.getByRole('textbox', { name: 'Rediger' });
  await expect(field).toBeFocused();
  await field.fill('Trenger bilde fra 1921.');
  // It is gone on with after a reload.
  await openArticle(editor, article);
  await editor.keyboard.press('Shift+C');
  await expect(field).toHaveValue('Trenger bilde fra 1921.');
  await field.press('Control+Enter');
  await expect(theirs.getByText('Trenger bilde fra 1921.')).toBeVisible();
  await theirs.getByRole('button', { name: 'redigert' }).click();
  await expect(theirs.getByRole('list', { name: 'Hva som sto før' })).toContainText('Trenger bilde fra 1912.');
  await expectAccessible(reviewer);
});

test('on a phone the conversations are a sheet over the text, and one writes in it', async ({ signedInAs }) => {
  const page = await signedInAs('editor', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const article = await makeArticle(page);
  const annotatePage = await openArticle(page, article);
  await annotatePage.select(other);
  await annotatePage.toolbar.getByRole('button', { name: 'Kommenter' }).click();
  const panel = panelOf(page);
  await panel.getByRole('textbox', { name: 'Skriv en kommentar' }).fill('Hvem har målt?');
  await panel.getByRole('button', { name: 'Send' }).click();
  await expect(panel.getByText('Hvem har målt?')).toBeVisible();
  await expectAccessible(page);
  expect(await overflowing(page)).toEqual([]);
  await panel.getByRole('button', { name: `«${other}»` }).click();
  await expect(panel).toBeHidden();
  await expect(markOf(page, other)).toBeInViewport();
  expect(await overflowing(page)).toEqual([]);
  await markOf(page, other).click();
  await expect(panel).toBeVisible();
});

test('what could not be sent stays typed', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const article = await makeArticle(page);
  await openArticle(page, article);
  await page.keyboard.press('Shift+C');
  const field = panelOf(page).getByRole('textbox', { name: 'Skriv om hele artikkelen' });
  await field.fill('Kan dette vente?');
  await page.route('**/api/threads', (route) => route.abort());
  await field.press('Control+Enter');
  await expect(panelOf(page).getByRole('alert')).toBeVisible();
  await expect(field).toHaveValue('Kan dette vente?');
  await page.unroute('**/api/threads');
  await field.press('Control+Enter');
  await expect(field).toHaveValue('');
  await expect.poll(async () => (await threads(page, article)).length).toBe(1);
});
