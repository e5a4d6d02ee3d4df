import type { AnnotationView, ArticleView, ReportSummary, SignOffPreview } from '@belegg/contract';
import type { APIRequestContext, Page } from '@playwright/test';
import { AnnotatePage } from './annotate-page';
import { expect, people, test } from './people';
import { Started } from './started';
import { addresses, payloads } from './xss-payloads';

/** What goes into one annotation: each payload once in its words, and once in a citation. */
const portions: readonly (readonly string[])[] = Array.from({ length: Math.ceil(payloads.length / 4) }, (_, index) =>
  payloads.slice(4 * index, 4 * index + 4),
);
const sentenceOf = (index: number): string => `Setning nummer ${index} er en påstand.`;

/** A Belegg of its own: nobody else's lists are to be full of this. */
let belegg: Started;
test.beforeAll(async () => {
  belegg = await Started.fresh();
});
test.afterAll(() => belegg.end());

test(`nothing that people type runs: ${payloads.length} payloads and ${addresses.length} addresses, on every page and in every export`, async ({
  visitor,
  signedInAs,
}) => {
  test.setTimeout(240_000);
  const happened: string[] = [];
  const watched = async (page: Page): Promise<Page> => {
    page.on('dialog', (dialog) => {
      happened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.context().on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^https?:/.test(protocol) && host !== new URL(belegg.address).host && host !== 'exported.test')
        happened.push(`request ${request.url()}`);
    });
    await page.context().addInitScript(() => {
      Object.defineProperty(window, '__pwned', {
        set: () => {
          console.error('pwned');
        },
      });
    });
    return page;
  };
  const options = { baseURL: belegg.address, viewport: { width: 1440, height: 1000 } };
  const editor = await watched(await signedInAs('editor', options));
  const reviewer = await watched(await signedInAs('reviewer', options));
  const planted = await test.step('they are typed everywhere', () => plant(editor.request));

  await test.step('addresses that run something are refused', async () => {
    for (const url of addresses) {
      const answer = await editor.request.post('/api/sources', { data: { kind: 'other', name: 'x', url } });
      expect([url, answer.status()]).toEqual([url, 422]);
    }
  });

  const look = (page: Page, address: string, words: string) =>
    test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
      await expectInert(page);
    });

  await look(editor, '/', 'alert(');
  await look(editor, '/sources', 'alert(');
  for (const id of planted.sources) await look(editor, `/sources/${id}`, sentenceOf(0).slice(0, 14));
  for (const id of planted.texts) await look(editor, `/articles/${id}`, 'alert(');
  await look(editor, '/account', 'alert(');

  await test.step('each card, open', async () => {
    await look(editor, `/articles/${planted.article.id}`, sentenceOf(0));
    const annotatePage = new AnnotatePage(editor);
    for (const index of portions.keys()) {
      await annotatePage.closed(sentenceOf(index)).click();
      await expect(annotatePage.card(sentenceOf(index))).toBeVisible();
      await expectInert(editor);
    }
  });

  await test.step('each item of the queue', async () => {
    await look(reviewer, `/review?item=${planted.annotations[0] ?? ''}`, sentenceOf(0));
    for (const index of portions.keys()) {
      await expect(
        reviewer.getByRole('region', { name: 'Passasjen i teksten' }).getByText(sentenceOf(index)),
      ).toBeVisible();
      await expectInert(reviewer);
      await reviewer.keyboard.press('j');
    }
  });

  const address = `/articles/${planted.article.id}`;
  await look(editor, `${address}/history`, people.editor.name);
  await look(editor, `${address}/revisions/1`, sentenceOf(0));
  await look(editor, `${address}/report`, 'Rapport slik det står nå');

  const report = await test.step('all are approved, signed off and published', () =>
    publish(reviewer.request, planted.article.id));
  await look(editor, `/reports/${report.id}`, 'Rapport 1');
  await look(editor, report.publicPath ?? '', sentenceOf(0));

  // Opened from elsewhere there is no policy and no sandbox: nothing but what the file is made of keeps it quiet.
  const exported = await watched(await visitor(options));
  for (const file of [
    `/api/reports/${report.id}?format=html`,
    `/api/reports/${report.id}?format=html&profile=public`,
    `/api${address}/report?format=html`,
    report.publicPath ?? '',
  ]) {
    await test.step(`exported ${file}`, async () => {
      const body = await (await reviewer.request.get(file)).text();
      await exported.route('http://exported.test/**', (route) =>
        route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
      );
      await exported.goto('http://exported.test/report.html');
      await expect(exported.getByText(sentenceOf(0)).first()).toBeVisible();
      await expectInert(exported);
      await exported.unroute('http://exported.test/**');
    });
  }
  expect(happened).toEqual([]);
});

/**
 * No script but our own files or data, no handler in an attribute, no link to anything but the web and mail; `unsafe:`
 * is how Angular disarms one.
 */
async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')];
    return [
      ...elements.flatMap((element) =>
        element.getAttributeNames().filter((name) => /^on/i.test(name) || name === 'srcset' || name === 'formaction'),
      ),
      ...[...document.scripts]
        .filter(
          (script) =>
            script.type !== 'application/ld+json' && new URL(script.src, location.href).origin !== location.origin,
        )
        .map((script) => script.outerHTML),
      ...[...document.scripts]
        .filter((script) => script.type !== 'application/ld+json' && script.src === '')
        .map((script) => script.outerHTML),
      ...[...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter(({ protocol }) => !/^(https?|mailto|blob|about|unsafe):$/.test(protocol))
        .map(({ href }) => href),
      ...[...document.querySelectorAll('object, embed, base:not(head base), meta[http-equiv=refresh], math')].map(
        (element) => element.outerHTML,
      ),
    ];
  });
  expect(found).toEqual([]);
}

/** A payload as a name or title can hold it: what cannot be seen is refused there. */
const inOneLine = (payload: string): string => payload.replaceAll(/\p{C}/gu, '');

interface Planted {
  /** In which each sentence is annotated. */
  readonly article: ArticleView;
  readonly annotations: readonly string[];
  /** All payloads as Markdown and as HTML. */
  readonly texts: readonly string[];
  readonly sources: readonly string[];
}

async function plant(request: APIRequestContext): Promise<Planted> {
  const made = async <Body = { id: string }>(
    path: string,
    body: Parameters<APIRequestContext['post']>[1],
  ): Promise<Body> => {
    const answer = await request.post(path, body);
    expect(answer.status(), await answer.text()).toBe(201);
    return (await answer.json()) as Body;
  };
  for (const payload of payloads) {
    await made('/api/articles', {
      data: { title: inOneLine(payload), author: inOneLine(payload), format: 'text', content: payload },
    });
    await made('/api/articles/import', {
      multipart: {
        file: { name: `${payload.replaceAll('/', '∕')}.txt`, mimeType: 'text/html', buffer: Buffer.from('Tekst.') },
      },
    });
  }
  const texts = [
    await made('/api/articles', {
      data: {
        title: 'Markdown',
        format: 'markdown',
        content: payloads.map((payload, index) => `Nummer ${index} ${payload}\n\n${payload}`).join('\n\n'),
      },
    }),
    await made('/api/articles', {
      data: {
        title: 'HTML',
        format: 'html',
        content: `<h1>alert(</h1>${payloads.map((payload, index) => `<p>Nummer ${index} ${payload}</p>`).join('')}`,
      },
    }),
  ].map(({ id }) => id);
  const sources: { id: string }[] = [];
  for (const payload of payloads) {
    const url = `https://example.test/${encodeURIComponent(payload)}?"><script>alert(window.__pwned=1)</script>`;
    sources.push(
      await made('/api/sources', {
        data: {
          kind: 'other',
          evenIfSimilar: true,
          name: inOneLine(payload),
          aliases: [inOneLine(payload), `${inOneLine(payload)} og`],
          note: payload,
          description: inOneLine(payload),
          url,
        },
      }),
    );
  }
  await made('/api/tokens', { data: { name: payloads[0] } });
  const article = await made<ArticleView>('/api/articles', {
    data: {
      title: payloads[15],
      language: 'nb',
      format: 'text',
      content: [...portions.keys()].map(sentenceOf).join('\n'),
    },
  });
  const annotations: string[] = [];
  for (const [index, portion] of portions.entries()) {
    const exact = sentenceOf(index);
    const start = article.revision.text.indexOf(exact);
    const citations = await Promise.all(
      portion.map(async (payload, nth) => {
        const { sha256 } = await made<{ sha256: string }>('/api/evidence', {
          multipart: { file: { name: payload, mimeType: 'text/html', buffer: Buffer.from(`${index} ${payload}`) } },
        });
        const url = `https://example.test/?q=${encodeURIComponent(payload)}`;
        return {
          sourceId: sources[4 * index + nth]?.id,
          stance: 'supports',
          url,
          locator: inOneLine(payload),
          quote: payload,
          quoteLanguage: 'en',
          translation: payload,
          evidence: sha256,
        };
      }),
    );
    const said = portion.join('\n\n');
    const annotation = await made<AnnotationView>(`/api/articles/${article.id}/annotations`, {
      data: {
        selector: [
          { type: 'TextPositionSelector', start, end: start + exact.length },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        ],
        verdict: 'disputed',
        rationale: said,
        citations,
      },
    });
    const answer = await request.post(`/api/annotations/${annotation.id}/submit`, {
      data: { comment: said },
      headers: { 'if-match': annotation.etag },
    });
    expect(answer.status()).toBe(200);
    annotations.push(annotation.id);
  }
  return { article, annotations, texts, sources: sources.filter((_, index) => index % 20 === 0).map(({ id }) => id) };
}

async function publish(request: APIRequestContext, articleId: string): Promise<ReportSummary> {
  for (let address = `/api/articles/${articleId}/annotations`, more = true; more;) {
    const { items, nextCursor } = (await (await request.get(address)).json()) as {
      items: AnnotationView[];
      nextCursor?: string;
    };
    for (const { id, etag, rationale } of items) {
      const answer = await request.post(`/api/annotations/${id}/approve`, {
        data: { comment: rationale },
        headers: { 'if-match': etag },
      });
      expect(answer.status()).toBe(200);
    }
    address = `/api/articles/${articleId}/annotations?cursor=${encodeURIComponent(nextCursor ?? '')}`;
    more = nextCursor !== undefined;
  }
  const { etag } = (await (await request.get(`/api/articles/${articleId}/sign-off`)).json()) as SignOffPreview;
  const signed = await request.post(`/api/articles/${articleId}/reports`, { headers: { 'if-match': etag } });
  const report = (await signed.json()) as ReportSummary;
  const published = await request.post(`/api/reports/${report.id}/publication`, { data: { listed: true } });
  expect(published.status()).toBe(201);
  return (await published.json()) as ReportSummary;
}
