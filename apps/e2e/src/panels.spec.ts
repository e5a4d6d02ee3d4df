import type { AnnotationView, ArticleView, SourceView } from '@belegg/contract';
import type { APIRequestContext, Page } from '@playwright/test';
import { overflowing } from './overflow';
import { expect, test } from './people';

/** 300 letters without a place to break. */
const word = 'Uavbrutt'.repeat(38).slice(0, 300);
const link = `https://lange-lenker.example/${'sti'.repeat(90)}?q=${'x'.repeat(30)}`;
const sentence = `${word} sier noe.`;

/** An article, a claim in each state, and a source, of which every part is one word of 300 letters. */
async function longThings(editor: APIRequestContext, reviewer: APIRequestContext) {
  const post = async <Thing>(by: APIRequestContext, path: string, data: object, etag?: string): Promise<Thing> => {
    const answer = await by.post(path, { data, ...(etag !== undefined && { headers: { 'if-match': etag } }) });
    if (!answer.ok()) throw new Error(await answer.text());
    return (await answer.json()) as Thing;
  };
  const title = word.slice(0, 200);
  const name = `${Date.now()}${word}`.slice(0, 200);
  const content = `${sentence} Neste setning er kort. ${word}\n\n${word.toLowerCase()}`;
  const article = await post<ArticleView>(editor, '/api/articles', { title, author: title, format: 'text', content });
  const source = await post<SourceView>(editor, '/api/sources', {
    kind: 'website',
    name,
    aliases: [name.toLowerCase()],
    url: link,
    note: word,
  });
  const citations = [
    {
      sourceId: source.id,
      stance: 'supports',
      url: link,
      quote: word,
      locator: word,
      translation: word,
      quoteLanguage: 'de',
    },
    { sourceId: source.id, stance: 'refutes', url: link },
  ];
  const claim = async (at: number, exact: string): Promise<AnnotationView> => {
    const start = article.revision.text.indexOf(exact, at);
    return post<AnnotationView>(editor, `/api/articles/${article.id}/annotations`, {
      selector: [
        { type: 'TextPositionSelector', start, end: start + exact.length },
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      ],
      verdict: 'disputed',
      rationale: `${word} ${link}`,
      citations,
    });
  };
  const act = (
    by: APIRequestContext,
    { id, etag }: AnnotationView,
    what: string,
    comment = '',
  ): Promise<AnnotationView> => post<AnnotationView>(by, `/api/annotations/${id}/${what}`, { comment }, etag);
  const first = await act(editor, await claim(0, sentence), 'submit', word);
  const returned = await act(reviewer, first, 'return', `${word} ${link}`);
  const submitted = await act(editor, returned, 'submit', word);
  await claim(sentence.length, word);
  return { article: article.id, claim: submitted.id, source: source.id };
}

const opened = async (page: Page, address: string, words: string): Promise<void> => {
  await page.goto(address);
  await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
};

test('no word, link or name of 300 letters pushes anything out of a panel', async ({ signedInAs }) => {
  const editor = await signedInAs('editor');
  const reviewer = await signedInAs('reviewer');
  const { article, claim, source } = await longThings(editor.request, reviewer.request);
  const rooms: readonly (readonly [Page, string, string])[] = [
    [editor, '/', 'Uavbrutt'],
    [editor, '/articles/new', 'Ny artikkel'],
    [editor, `/articles/${article}`, 'sier noe.'],
    [editor, `/articles/${article}?annotation=${claim}`, 'tilbakeviser'],
    [reviewer, `/articles/${article}?annotation=${claim}`, 'tilbakeviser'],
    [editor, `/articles/${article}/history`, 'Historikk'],
    [editor, `/articles/${article}/report`, 'Rapport slik det står nå'],
    [editor, `/articles/${article}/revise`, 'Ny tekst'],
    [reviewer, `/review?item=${claim}`, 'tilbakeviser'],
    [editor, '/sources', 'Uavbrutt'],
    [editor, `/sources/${source}`, 'Uavbrutt'],
    [editor, '/account', 'Konto'],
  ];
  for (const width of [1440, 390, 320])
    for (const [page, address, words] of rooms)
      await test.step(`${address} at ${width}`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await opened(page, address, words);
        expect(await overflowing(page), `${address} at ${width} px`).toEqual([]);
      });
  // The bug that this began with: quote and stance were beyond the edge of the reviewer's panel.
  await reviewer.setViewportSize({ width: 1440, height: 900 });
  await opened(reviewer, `/review?item=${claim}`, 'tilbakeviser');
  const stance = reviewer.getByText('tilbakeviser').first();
  await stance.scrollIntoViewIfNeeded();
  await expect(stance).toBeInViewport({ ratio: 1 });
});
