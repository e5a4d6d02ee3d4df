import type { AnnotationView, ArticleView, AssignmentList } from '@belegg/contract';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { AnnotatePage } from './annotate-page';
import { overflowing } from './overflow';
import { expect, people, test } from './people';

const claim = 'Broen ble åpnet i 1962.';

async function makeArticle(page: Page): Promise<ArticleView> {
  const data = { title: 'Broen over sundet', format: 'text', content: `${claim} Den er 412 meter lang.` };
  return (await (await page.request.post('/api/articles', { data })).json()) as ArticleView;
}

async function annotate(page: Page, { id }: ArticleView): Promise<AnnotationView> {
  const selector = [
    { type: 'TextPositionSelector', start: 0, end: claim.length },
    { type: 'TextQuoteSelector', exact: claim, prefix: '', suffix: '' },
  ];
  const data = { selector, verdict: 'confirmed', rationale: 'Står i vegboka.', citations: [] };
  return (await (await page.request.post(`/api/articles/${id}/annotations`, { data })).json()) as AnnotationView;
}

const open = async (page: Page, { id }: ArticleView): Promise<string[]> => {
  const { items } = (await (await page.request.get(`/api/articles/${id}/assignments`)).json()) as AssignmentList;
  return items.filter(({ state }) => state === 'open').map(({ kind, assignee }) => `${kind} ${assignee.name}`);
};

test('an editor takes an article in one key and gives a colleague its claim; the board tells both, and it is reported done', async ({
  signedInAs,
}) => {
  const [editor, colleague] = [await signedInAs('editor'), await signedInAs('editor2')];
  const article = await makeArticle(editor);
  const annotation = await annotate(editor, article);
  await editor.goto(`/articles/${article.id}`);
  const annotatePage = new AnnotatePage(editor);
  await expect(annotatePage.closed(claim)).toBeVisible();

  await editor.keyboard.press('t');
  const whole = editor.getByRole('group', { name: 'Hvem gjør hva' }).first();
  await expect(whole.getByText(`Sjekk: ${people.editor.name}`)).toBeVisible();
  await editor.getByRole('button', { name: 'Angre' }).click();
  await expect(whole.getByText(`Sjekk: ${people.editor.name}`)).toBeHidden();
  await editor.keyboard.press('t');
  await expect(whole.getByText(`Sjekk: ${people.editor.name}`)).toBeVisible();

  await annotatePage.closed(claim).click();
  await expect(annotatePage.card(claim)).toBeVisible();
  await editor.keyboard.press('Shift+a');
  const dialog = editor.getByRole('dialog', { name: 'Gi en oppgave' });
  await expect(dialog.getByText(`Gjelder påstanden om «${claim}».`)).toBeVisible();
  await dialog.getByLabel('Hvem').selectOption(people.editor2.name);
  await dialog.getByLabel('Frist').fill('2020-01-01T14:00');
  await dialog.getByLabel('Beskjed').fill('Ring Vegvesenet');
  await expectAccessible(editor);
  await dialog.getByRole('button', { name: 'Gi oppgaven' }).click();
  await expect(annotatePage.card(claim).getByText(`Sjekk: ${people.editor2.name}`)).toBeVisible();
  expect(await open(editor, article)).toEqual([`check ${people.editor2.name}`, `check ${people.editor.name}`]);

  await colleague.goto('/');
  const board = colleague.getByRole('region', { name: 'Tavle' });
  const mine = board.getByRole('list', { name: 'Mine oppgaver' }).getByRole('listitem').filter({ hasText: claim });
  await expect(mine).toContainText('skulle vært gjort 1. jan. 2020, 14:00');
  await expect(board.getByRole('list', { name: 'Over fristen' })).toContainText(`Sjekk: ${people.editor2.name}`);
  await expectAccessible(colleague);
  await colleague.setViewportSize({ width: 390, height: 844 });
  expect(await overflowing(colleague)).toEqual([]);
  await colleague.setViewportSize({ width: 1280, height: 800 });
  await mine.getByRole('link').press('Enter');
  await expect(colleague).toHaveURL(new RegExp(`annotation=${annotation.id}`));
  const card = new AnnotatePage(colleague).card(claim);
  await card.getByRole('button', { name: 'Sjekk: meld ferdig' }).click();
  await expect(card.getByText(`Sjekk: ${people.editor2.name}`)).toBeHidden();
  await expect(annotatePage.card(claim).getByText(`Sjekk: ${people.editor2.name}`)).toBeHidden();
  expect(await open(editor, article)).toEqual([`check ${people.editor.name}`]);
});

test('people see who else is in the article and where, and that they have left', async ({ signedInAs }) => {
  const [editor, reviewer] = [await signedInAs('editor'), await signedInAs('reviewer')];
  const article = await makeArticle(editor);
  await editor.goto(`/articles/${article.id}?sentence=1`);
  await expect(new AnnotatePage(editor).text.getByText(claim)).toBeVisible();
  await reviewer.goto(`/articles/${article.id}`);
  const here = reviewer.getByRole('list', { name: 'Her nå' });
  await expect(here).toContainText(people.editor.name);
  await expect(here.getByRole('button', { name: `${people.editor.name}, setning 2` })).toBeVisible({ timeout: 30_000 });
  await expect(reviewer.getByRole('img', { name: people.editor.name })).toBeVisible();
  await expectAccessible(reviewer);
  await editor.close({ runBeforeUnload: true });
  await expect(here).toBeHidden({ timeout: 40_000 });
});
