import { expectAccessible } from './accessible';
import { expect, password, people, test } from './people';

test('somebody signs in, is greeted by the articles, and signs out', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/review');
  await expect(page.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('E-post').fill(people.reviewer.email);
  await page.getByLabel('Passord').fill(password);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await expect(page, 'the way leads back to where they were going').toHaveURL(/\/review/);
  await expect(page.getByRole('region', { name: 'Passasjen i teksten' })).toBeVisible();
  await page.getByRole('button', { name: `Meny for ${people.reviewer.name}` }).click();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await expect(page.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
});

for (const [locale, labels, message] of [
  ['nb-NO', { email: 'E-post', password: 'Passord', signIn: 'Logg inn' }, /passord/i],
  ['en-GB', { email: 'E-mail', password: 'Password', signIn: 'Sign in' }, /password/i],
] as const) {
  test(`a wrong password is refused, in the language of the page (${locale})`, async ({ visitor }) => {
    const page = await visitor({ locale });
    await page.goto('/sign-in');
    await page.getByLabel(labels.email).fill(people.editor2.email);
    await page.getByLabel(labels.password).fill('not the password');
    await page.getByRole('button', { name: labels.signIn }).click();
    await expect(page.getByRole('alert')).toContainText(message);
    await expectAccessible(page);
    await expect(page.getByLabel(labels.email), 'what was typed stays').toHaveValue(people.editor2.email);
  });
}

test('the language is switched without a reload, and what was typed stays', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/sign-in');
  await page.getByLabel('E-post').fill('typed@example.org');
  await page.evaluate(() => {
    document.body.dataset['sameDocument'] = 'yes';
  });
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByLabel('E-mail')).toHaveValue('typed@example.org');
  await expect(page.locator('body')).toHaveAttribute('data-same-document', 'yes');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' }), 'and is kept').toBeVisible();
});

test('who forgot their password is told whom to ask where no mail is sent', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Glemt passordet?' }).click();
  await page.getByRole('textbox', { name: 'E-post' }).fill('kari@avisa.test');
  await page.getByRole('button', { name: 'Send lenken' }).click();
  await expect(page.getByText('Be en administrator om et engangspassord')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/new-password#${'x'.repeat(43)}`);
  await page.getByLabel('Nytt passord').fill('fire sikre blåmeiser');
  await page.getByRole('button', { name: 'Lagre passordet' }).click();
  await expect(page.getByText('Lenken virker ikke lenger').first()).toBeVisible();
  await expectAccessible(page);
});
