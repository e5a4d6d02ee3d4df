import type { ArticleView, Member } from '@belegg/contract';
import { expectAccessible } from './accessible';
import { expect, people, test } from './people';

test('somebody who is asked sees it in the frame, reads it, and comes to what it is about', async ({ signedInAs }) => {
  const [editor, reviewer] = [await signedInAs('editor'), await signedInAs('reviewer2')];
  await reviewer.goto('/notifications');
  await expect(reviewer.getByRole('heading', { level: 1, name: 'Varsler' })).toBeVisible();
  const data = { title: 'Broen over sundet', format: 'text', content: 'Broen er 800 meter lang.' };
  const { id } = (await (await editor.request.post('/api/articles', { data })).json()) as ArticleView;
  const { items } = (await (await editor.request.get('/api/members')).json()) as { items: Member[] };
  const askedId = items.find(({ email }) => email === people.reviewer2.email)?.id;
  const question = { articleId: id, askedId, text: 'Er det 800 meter med rampen?' };
  expect((await editor.request.post('/api/threads', { data: question })).status()).toBe(201);

  await expect(reviewer.getByRole('link', { name: /^Varsler.*\d+ ulest/ })).toBeVisible();
  await reviewer.reload();
  const told = reviewer.getByRole('link', { name: `${people.editor.name} spør deg om noe Broen over sundet` });
  await expect(told).toBeVisible();
  await expectAccessible(reviewer);
  await told.click();
  await expect(reviewer).toHaveURL(new RegExp(`/articles/${id}`));
  await expect(reviewer.getByText('Broen er 800 meter lang.')).toBeVisible();

  await reviewer.goto('/account');
  await reviewer.getByRole('checkbox', { name: 'Noen nevner deg: På siden' }).uncheck();
  await reviewer.getByRole('button', { name: 'Lagre valgene' }).click();
  await expect(reviewer.getByText('Valgene er lagret.')).toBeVisible();
  await expectAccessible(reviewer);
});
