import type { ArticleView } from '@belegg/contract';
import { expect, people, test, type Who } from './people';

test('nobody of another newsroom sees anything, through the page or the interface', async ({ signedInAs }) => {
  const insider = await signedInAs('editor');
  const { items } = (await (await insider.request.get('/api/articles')).json()) as {
    items: { id: string; title: string }[];
  };
  const first = items.find((item) => item.title === 'Moskva og Pyongyang rykker tettere sammen');
  expect(first).toBeDefined();
  const { id, title, revision } = (await (
    await insider.request.get(`/api/articles/${first?.id ?? ''}`)
  ).json()) as ArticleView;
  const annotations = (await (await insider.request.get(`/api/articles/${id}/annotations`)).json()) as {
    items: { id: string; etag: string }[];
  };
  const sources = (await (await insider.request.get('/api/sources')).json()) as {
    items: { id: string; name: string }[];
  };

  const stranger = await signedInAs('stranger');
  for (const path of [
    `/api/articles/${id}`,
    `/api/articles/${id}/annotations`,
    `/api/articles/${id}/events`,
    `/api/articles/${id}/report`,
    `/api/articles/${id}/reports`,
    `/api/articles/${id}/revisions/${revision.number}`,
    `/api/annotations/${annotations.items[0]?.id ?? ''}`,
    `/api/sources/${sources.items[0]?.id ?? ''}`,
  ])
    expect((await stranger.request.get(path)).status(), path).toBe(404);
  const retire = await stranger.request.delete(`/api/annotations/${annotations.items[0]?.id ?? ''}`, {
    data: {},
    headers: { 'if-match': annotations.items[0]?.etag ?? '' },
  });
  expect(retire.status()).toBe(404);

  await stranger.goto('/');
  await expect(stranger.getByRole('link', { name: 'Ferja går oftare frå nyttår' })).toBeVisible();
  await expect(stranger.getByRole('link', { name: title })).toHaveCount(0);
  await stranger.goto('/sources');
  await expect(stranger.getByText('Fylkeskommunen')).toBeVisible();
  await expect(stranger.getByText('KCNA')).toHaveCount(0);
  await stranger.goto(`/articles/${id}`);
  await expect(stranger.getByRole('alert')).toBeVisible();
  await expect(stranger.getByText(title)).toHaveCount(0);
});

test('nobody is let in without a session', async ({ visitor }) => {
  const page = await visitor();
  for (const path of ['/api/articles', '/api/sources', '/api/reviews', '/api/members', '/api/events']) {
    expect((await page.request.get(path)).status(), path).toBe(401);
  }
});

for (const who of ['editor', 'reviewer'] satisfies Who[]) {
  test(`${people[who].name}, no administrator, does not manage people`, async ({ signedInAs }) => {
    const page = await signedInAs(who);
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Artikler' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Brukere' })).toHaveCount(0);
    const answer = await page.request.post('/api/members', {
      data: { name: 'X', email: 'x@demo.test', roles: ['admin'] },
    });
    expect(answer.status()).toBe(403);
  });
}

test('a write that another site sends is refused', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  const answer = await page.request.post('/api/sources', {
    data: { kind: 'other', name: 'X' },
    headers: { origin: 'https://evil.example' },
  });
  expect(answer.status()).toBe(403);
});
