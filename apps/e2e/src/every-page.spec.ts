import type { ReportSummary } from '@belegg/contract';
import type { APIRequestContext } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expect, people, test, type Who } from './people';

const headline = 'Moskva og Pyongyang rykker tettere sammen';
const signed = 'Forsvarsavtalen er i kraft';

/** The addresses of the demo's rooms, with a heading or words that show once the page is there. */
async function rooms(request: APIRequestContext): Promise<readonly (readonly [string, string])[]> {
  const { items } = (await (await request.get('/api/articles')).json()) as { items: { id: string; title: string }[] };
  const idOf = (title: string): string => items.find((item) => item.title === title)?.id ?? '';
  const sources = (await (await request.get('/api/sources')).json()) as { items: { id: string; name: string }[] };
  const reports = (await (await request.get(`/api/articles/${idOf(signed)}/reports`)).json()) as {
    items: ReportSummary[];
  };
  return [
    ['/', headline],
    ['/articles/new', 'Ny artikkel'],
    [`/articles/${idOf(headline)}`, 'Kim Jong-un tok imot gjesten samme dag.'],
    [`/articles/${idOf(headline)}/history`, 'Historikk'],
    [`/articles/${idOf(headline)}/report`, 'Rapport slik det står nå'],
    ['/review', 'Godkjenn'],
    ['/sources', 'Taipei Times'],
    [`/sources/${sources.items.find(({ name }) => name === 'KCNA')?.id ?? ''}`, 'Taipei Times'],
    [`/reports/${reports.items[0]?.id ?? ''}`, 'Rapport 1'],
    ['/account', 'Konto'],
    ['/nowhere', 'Siden finnes ikke'],
  ];
}

for (const [look, options] of [
  ['a wide screen, light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['a phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const) {
  test(`every page can be read by everybody: ${look}`, async ({ signedInAs }) => {
    test.setTimeout(180_000);
    const page = await signedInAs('reviewer', options);
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(`${page.url()}: ${message.text()}`);
    });
    for (const [address, words] of await rooms(page.request)) {
      await test.step(address, async () => {
        await page.goto(address);
        await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
        // Its style sheet is known to the policy of the page by its hash.
        if (address.startsWith('/reports/'))
          await expect(page.frameLocator('iframe').locator('main')).toHaveCSS('max-width', '860px');
      });
    }
    expect(refused, 'the policy of the page lets in all that the page is made of').toEqual([]);
  });
}

test('the people of the newsroom, for an administrator', async ({ signedInAs }) => {
  const page = await signedInAs('admin');
  await page.goto('/admin/members');
  for (const who of ['editor', 'reviewer', 'admin'] satisfies Who[])
    await expect(page.getByText(people[who].email)).toBeVisible();
  await expectAccessible(page);
});

test('a check of all that is kept, asked for by an administrator', async ({ signedInAs }) => {
  const page = await signedInAs('admin');
  await page.goto('/settings');
  await page.getByRole('link', { name: 'kontroll av alt som er lagret' }).click();
  await page.getByRole('button', { name: 'Kontroller alt som er lagret' }).click();
  await expect(page.getByText(/Ingen feil i \d+ artik/).first()).toBeVisible();
  await expectAccessible(page);
});

test('the language is switched on a page without a reload', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  await page.goto('/sources');
  await page.evaluate(() => {
    document.body.dataset['sameDocument'] = 'yes';
  });
  await page.getByRole('button', { name: `Meny for ${people.editor.name}` }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Articles', exact: true })).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-same-document', 'yes');
});

test('? shows the keys', async ({ signedInAs }) => {
  const page = await signedInAs('editor');
  await page.goto('/');
  await expect(page.getByRole('link', { name: headline })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tastatursnarveier' })).toBeVisible();
  await expectAccessible(page);
});
