import { randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible';
import { expect, test } from './people';

test('an administrator adds somebody, who chooses a password of their own before anything else', async ({
  signedInAs,
  visitor,
}) => {
  const email = `ny-${randomUUID().slice(0, 8)}@demo.test`;
  const admin = await signedInAs('admin');
  await admin.goto('/admin/members');
  await admin.getByRole('button', { name: 'Legg til en bruker' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Legg til en bruker' });
  await dialog.getByLabel('Navn').fill('Nora Ny');
  await dialog.getByLabel('E-post').fill(email);
  await dialog.getByRole('checkbox', { name: 'Redaktør' }).check();
  await dialog.getByRole('button', { name: 'Legg til en bruker' }).click();
  const oneTime = (await dialog.getByText(/^\w{4}-\w{4}-\w{4}-\w{4}$/).textContent()) ?? '';
  await expectAccessible(admin);

  const page = await visitor();
  await page.goto('/sign-in');
  await page.getByLabel('E-post').fill(email);
  await page.getByLabel('Passord').fill(oneTime);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await expect(page.getByRole('heading', { name: 'Velg et nytt passord' })).toBeVisible();
  expect((await page.request.get('/api/articles')).status(), 'nothing else is answered until then').toBe(403);
  await expectAccessible(page);
  await page.getByLabel('Passordet du fikk').fill(oneTime);
  await page.getByLabel('Nytt passord').fill('Sommeren-2026');
  await page.getByRole('button', { name: 'Lagre passordet' }).click();
  await expect(page.getByText('de første som gjettes'), 'what everybody guesses is refused').toBeVisible();
  await page.getByLabel('Nytt passord').fill('en lang setning om fjorden');
  await page.getByRole('button', { name: 'Lagre passordet' }).click();
  await expect(page.getByRole('heading', { name: 'Artikler' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Moskva og Pyongyang rykker tettere sammen' })).toBeVisible();

  const again = await page.request.post('/api/session', { data: { email, password: oneTime } });
  expect(again.status(), 'the one-time password is spent').toBe(401);

  const phone = await visitor();
  const data = { email, password: 'en lang setning om fjorden' };
  expect((await phone.request.post('/api/session', { data })).status()).toBe(201);
  await page.goto('/account');
  const sessions = page.getByRole('listitem').filter({ hasText: 'logget inn' });
  await expect(sessions).toHaveCount(2);
  await sessions.getByRole('button', { name: /^Avslutt / }).click();
  await expect(sessions).toHaveCount(1);
  await expect(sessions).toContainText('Denne nettleseren');
  expect((await phone.request.get('/api/session')).status(), 'and it is over at the other end').toBe(401);
});

test('an administrator chooses what is asked of a claim, and reads what it changes', async ({ signedInAs }) => {
  const admin = await signedInAs('admin');
  await admin.goto('/');
  await admin.getByRole('link', { name: 'Innstillinger' }).click();
  await expect(admin.getByRole('heading', { name: 'Innstillinger' })).toBeVisible();
  await expect(admin.getByRole('radio', { name: /Ingen krav/ })).toBeChecked();
  await expect(admin.getByText('begrunnelsen står i rapporten')).toBeVisible();
  await expectAccessible(admin);
});
