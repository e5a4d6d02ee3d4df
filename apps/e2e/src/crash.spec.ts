import type { DraftList, DraftView } from '@belegg/contract';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { Started } from './started';

const sentences = Array.from({ length: 220 }, (_, n) => `Setning nummer ${n + 1} sier noe nytt.`);
const text = sentences.join(' ');

/**
 * One annotation on each of the first 200 sentences, all asked for at once; resolves with the ids of those that were
 * acknowledged.
 */
async function writeMuch(request: APIRequestContext, articleId: string, crash: () => Promise<void>): Promise<string[]> {
  const acknowledged: string[] = [];
  let crashing: Promise<void> | undefined;
  await Promise.all(
    sentences.slice(0, 200).map(async (exact) => {
      const start = text.indexOf(exact);
      const selector = [
        { type: 'TextPositionSelector', start, end: start + exact.length },
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      ];
      try {
        const answer = await request.post(`/api/articles/${articleId}/annotations`, {
          data: { selector, verdict: 'confirmed' },
        });
        if (answer.status() !== 201) return;
        acknowledged.push(((await answer.json()) as { id: string }).id);
        if (acknowledged.length === 60) crashing = crash();
      } catch {
        // Cut off by the crash: never acknowledged, so nothing is promised.
      }
    }),
  );
  await crashing;
  return acknowledged;
}

/** Every acknowledged write is there, and each that is there is whole: an annotation, its words, its event. */
async function expectNothingLost(
  request: APIRequestContext,
  articleId: string,
  acknowledged: readonly string[],
): Promise<void> {
  const { items } = (await (await request.get(`/api/articles/${articleId}/annotations`)).json()) as {
    items: { id: string; selector: [unknown, { exact: string }] }[];
  };
  const stored = new Set(items.map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect(items.every(({ selector }) => sentences.includes(selector[1].exact))).toBe(true);
  const created = new Set<string>();
  for (let cursor = ''; ;) {
    const page = (await (await request.get(`/api/articles/${articleId}/events${cursor}`)).json()) as {
      items: { type: string; subjectId?: string; seq: number }[];
      nextCursor?: string;
    };
    for (const { type, subjectId } of page.items)
      if (type === 'annotation.created' && subjectId) created.add(subjectId);
    if (page.nextCursor === undefined) break;
    cursor = `?cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  expect(created).toEqual(stored);
}

async function newArticle(request: APIRequestContext): Promise<string> {
  await request.post('/api/session', { data: { email: 'editor@demo.test', password: 'belegg-demo' } });
  const answer = await request.post('/api/articles', {
    data: { title: 'Mye på en gang', language: 'nb', format: 'text', content: text },
  });
  return ((await answer.json()) as { id: string }).id;
}

/** Half a sentence on the last of the text, as the server has it. */
async function keepDraft(request: APIRequestContext, articleId: string): Promise<DraftView> {
  const exact = sentences.at(-1) ?? '';
  const selector = [
    { type: 'TextPositionSelector', start: text.length - exact.length, end: text.length },
    { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
  ];
  const made = await request.post(`/api/articles/${articleId}/annotations`, { data: { selector, verdict: 'denied' } });
  const { id } = (await made.json()) as { id: string };
  const statement = { verdict: 'denied', rationale: 'Midt i en set', citations: [] };
  const kept = await request.put(`/api/annotations/${id}/draft`, { data: { annotationRevision: 1, statement } });
  expect(kept.status()).toBe(200);
  return (await kept.json()) as DraftView;
}

test.describe('a crash', () => {
  test.setTimeout(600_000); // each starts a Belegg of its own, which takes minutes on a busy machine

  test('of the server loses no acknowledged write, and it comes back by itself', async ({ playwright }) => {
    const started = await Started.fresh();
    try {
      const request = await playwright.request.newContext({ baseURL: started.address });
      const article = await newArticle(request);
      const acknowledged = await writeMuch(request, article, () => started.kill('server'));
      const status = () =>
        request.get('/ready').then(
          (answer) => answer.status(),
          () => 0,
        );
      await expect.poll(status, { timeout: 120_000 }).toBe(200);
      await expectNothingLost(request, article, acknowledged);
    } finally {
      await started.end();
    }
  });

  test('of everything loses no acknowledged write, and the next start recovers', async ({ playwright }) => {
    const started = await Started.fresh();
    try {
      const request = await playwright.request.newContext({ baseURL: started.address });
      const article = await newArticle(request);
      const typed = await keepDraft(request, article);
      const acknowledged = await writeMuch(request, article, () => started.kill('supervisor'));
      await started.again();
      await expectNothingLost(request, article, [...acknowledged, typed.annotationId]);
      const { mine } = (await (await request.get(`/api/articles/${article}/drafts`)).json()) as DraftList;
      expect(mine).toEqual([typed]);
    } finally {
      await started.end();
    }
  });

  test('of the database loses no acknowledged write; /ready says so and recovers by itself', async ({ playwright }) => {
    const started = await Started.fresh();
    try {
      const request = await playwright.request.newContext({ baseURL: started.address });
      const article = await newArticle(request);
      const seen: number[] = [];
      const acknowledged = await writeMuch(request, article, async () => {
        await started.kill('database');
        await expect
          .poll(
            async () => {
              seen.push((await request.get('/ready')).status());
              return seen.at(-1);
            },
            { timeout: 120_000, intervals: [50] },
          )
          .toBe(200);
      });
      expect(seen).toContain(503);
      await expectNothingLost(request, article, acknowledged);
    } finally {
      await started.end();
    }
  });
});
