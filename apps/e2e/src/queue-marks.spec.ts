import type { ArticleView } from '@belegg/contract';
import { expectAccessible } from './accessible';
import { AnnotatePage } from './annotate-page';
import { expect, people, test } from './people';

test('a sentence that one person calls not checkable stands in the queue of another, who confirms it or has it checked', async ({
  signedInAs,
}) => {
  // What an earlier run left in the queue says something else.
  const run = String(Date.now());
  const [opinion, fact] = [`Dette er skam nummer ${run} for byen.`, `Brua kostet ${run} kroner.`];
  const [editor, reviewer] = [await signedInAs('editor'), await signedInAs('reviewer')];
  const data = { title: 'Brua over elva', format: 'text', content: `${opinion} ${fact}` };
  const article = (await (await editor.request.post('/api/articles', { data })).json()) as ArticleView;
  const stateOf = async (index: number): Promise<string | undefined> =>
    ((await (await editor.request.get(`/api/articles/${article.id}`)).json()) as ArticleView).sentences[index]?.state;
  await editor.goto(`/articles/${article.id}`);
  const annotatePage = new AnnotatePage(editor);
  for (const words of [opinion, fact]) {
    await annotatePage.select(words);
    await annotatePage.toolbar.getByRole('button', { name: 'Ikke sjekkbar' }).click();
    await annotatePage.toolbar.getByRole('button', { name: 'Mening' }).click();
  }
  await expect.poll(() => stateOf(1)).toBe('notCheckableProposed');

  await reviewer.goto('/review');
  const queue = reviewer.getByRole('navigation', { name: 'Kø' });
  const panel = reviewer.getByRole('complementary', { name: 'Setningen' });
  await queue.getByRole('link', { name: fact }).click();
  await expect(panel.getByText(`Foreslått av ${people.editor.name}`)).toBeVisible();
  await expectAccessible(reviewer);
  await reviewer.keyboard.press('r');
  await expect.poll(() => stateOf(1)).toBe('unchecked');
  await expect(queue.getByRole('link', { name: fact })).toBeHidden();

  await queue.getByRole('link', { name: opinion }).click();
  await panel.getByRole('button', { name: 'Bekreft' }).click();
  await expect.poll(() => stateOf(0)).toBe('notCheckable');
  await expect(reviewer.getByText('Du er gjennom det som ventet på deg i denne artikkelen.')).toBeVisible();
  await reviewer.getByRole('button', { name: 'Angre' }).click();
  await expect(panel.getByRole('button', { name: 'Bekreft' })).toBeVisible();
  await expect.poll(() => stateOf(0)).toBe('notCheckableProposed');

  // Who said so sees that it waits for somebody else.
  await editor.goto('/review');
  await expect(editor.getByRole('heading', { name: 'Venter på en annen enn deg' })).toBeVisible();
  await editor.getByRole('link', { name: opinion }).click();
  await expect(editor.getByText('Du har selv skrevet en del av dette.')).toBeVisible();
});
