import type { ArticleView } from '@belegg/contract';
import { AnnotatePage } from './annotate-page';
import { expect, test } from './people';

const sentences = Array.from({ length: 8 }, (_, i) => `Kort påstand nummer ${i + 1}.`);

test('cards that stand far below a short text stay where they are while the reader scrolls to them', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor', { viewport: { width: 1280, height: 300 } });
  const content = sentences.join('\n');
  const taken = await page.request.post('/api/articles', { data: { title: 'Kort tekst', format: 'text', content } });
  const { id } = (await taken.json()) as ArticleView;
  for (const exact of sentences) {
    const start = content.indexOf(exact);
    const answer = await page.request.post(`/api/articles/${id}/annotations`, {
      data: {
        selector: [
          { type: 'TextPositionSelector', start, end: start + exact.length },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        ],
        verdict: 'disputed',
        rationale: 'En begrunnelse som går over flere linjer. '.repeat(12),
        citations: [],
      },
    });
    expect(answer.ok()).toBe(true);
  }
  await page.goto(`/articles/${id}`);
  const annotatePage = new AnnotatePage(page);
  await expect(annotatePage.closed(sentences[0]!)).toBeVisible();
  const last = annotatePage.closed(sentences.at(-1)!);
  await annotatePage.closed(sentences[0]!).click();
  await expect(annotatePage.card(sentences[0]!)).toBeInViewport();
  await last.scrollIntoViewIfNeeded();
  // The passages are out of sight, so far that their sentences are no longer drawn; nothing else tells when cards would
  // vanish.
  await page.waitForTimeout(1000);
  await expect(page.getByRole('button', { name: /^Åpne: / })).toHaveCount(sentences.length - 1);
  await expect(last).toBeInViewport();
  await last.click();
  await expect(annotatePage.card(sentences.at(-1)!)).toBeInViewport();
});
