import type { AnnotationView, ArticleView, SourceView } from '@belegg/contract';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { AnnotatePage } from './annotate-page';
import { expect, test } from './people';

const sentence = 'Fergen fraktet 900 biler i går.';

/** An article with a claim that is approved, on a source that is renamed afterwards. */
async function approvedAndRenamed(editor: Page, reviewer: Page, name: string) {
  const send = async <Thing>(
    page: Page,
    method: 'POST' | 'PATCH',
    path: string,
    data: object,
    etag = '',
  ): Promise<Thing> => {
    const answer = await page.request.fetch(path, { method, data, headers: etag ? { 'if-match': etag } : {} });
    if (!answer.ok()) throw new Error(await answer.text());
    return (await answer.json()) as Thing;
  };
  const article = await send<ArticleView>(editor, 'POST', '/api/articles', {
    title: 'Fergen',
    format: 'text',
    content: `${sentence} Den går hver time.`,
  });
  const source = await send<SourceView>(editor, 'POST', '/api/sources', {
    kind: 'newsAgency',
    name,
    evenIfSimilar: true,
  });
  const made = await send<AnnotationView>(editor, 'POST', `/api/articles/${article.id}/annotations`, {
    selector: [
      { type: 'TextPositionSelector', start: 0, end: sentence.length },
      { type: 'TextQuoteSelector', exact: sentence, prefix: '', suffix: '' },
    ],
    verdict: 'confirmed',
    rationale: 'Rederiet teller.',
    citations: [{ sourceId: source.id, stance: 'supports' }],
  });
  const act = (page: Page, { id, etag }: AnnotationView, what: string) =>
    send<AnnotationView>(page, 'POST', `/api/annotations/${id}/${what}`, { comment: '' }, etag);
  const { id } = await act(reviewer, await act(editor, made, 'submit'), 'approve');
  const annotation = async () => (await (await editor.request.get(`/api/annotations/${id}`)).json()) as AnnotationView;
  const rename = async (to: string): Promise<void> => {
    const { etag } = (await (await editor.request.get(`/api/sources/${source.id}`)).json()) as SourceView;
    await send(editor, 'PATCH', `/api/sources/${source.id}`, { name: to }, etag);
  };
  return { article, annotation, rename };
}

test('a source that is renamed under an approval stays as it was cited, until somebody takes the new version over', async ({
  signedInAs,
}) => {
  const [page, reviewer] = [await signedInAs('editor'), await signedInAs('reviewer')];
  const { article, annotation, rename } = await approvedAndRenamed(page, reviewer, 'Ferge-NTB');
  await page.goto(`/articles/${article.id}`);
  const annotatePage = new AnnotatePage(page);
  await annotatePage.closed(sentence, 'Godkjent').click();
  const card = annotatePage.card(sentence);
  await expect(card.getByText('Ferge-NTB', { exact: true })).toBeVisible();
  // The page is told while it is open.
  await rename('Ferge-Reuters');
  const notice = card.getByRole('region', { name: 'Kilden er endret siden dette ble skrevet' });
  await expect(notice.getByText('Navn: Ferge-NTB → Ferge-Reuters')).toBeVisible();
  await expect(card.getByText('Ferge-NTB', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  await notice.getByRole('button', { name: 'Gjør ingen forskjell' }).click();
  await expect(notice).toBeHidden();
  expect(await annotation()).toMatchObject({ status: 'approved', revision: 1 });

  await rename('Ferge-AFP');
  await expect(notice.getByText('Navn: Ferge-NTB → Ferge-AFP')).toBeVisible();
  await notice.getByRole('button', { name: 'Ta over ny versjon' }).click();
  await expect(notice).toBeHidden();
  await expect(card.getByText('Ferge-AFP', { exact: true }).first()).toBeVisible();
  expect(await annotation()).toMatchObject({ status: 'lapsed', revision: 2 });
});
