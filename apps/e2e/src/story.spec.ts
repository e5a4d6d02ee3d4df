import type { AnnotationView, ArticleView, Problem, ReportSummary } from '@belegg/contract';
import { createHash, randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible';
import { AnnotatePage } from './annotate-page';
import { expect, people, test } from './people';

const headline = 'Badeanlegget åpner i mai';
const opens = 'Kommunen åpner det nye badeanlegget 1. mai 2025.';
const costs = 'Det har kostet 90 millioner kroner.';
const largest = 'Ingen andre anlegg i fylket er så store.';
const seeAlso = 'Les også: Slik blir parken ved siden av';
/** Of its own, so that the story can be told again to the same server. */
const source = `Fjord kommune ${randomUUID().slice(0, 8)}`;
const text = `# ${headline}\n\n${opens} ${costs} ${largest}\n\n${seeAlso}`;

test('an article goes in, two people check it, a third approves, and a report comes out', async ({
  signedInAs,
  visitor,
}) => {
  test.setTimeout(180_000);
  const editor = await signedInAs('editor', { permissions: ['clipboard-read', 'clipboard-write'] });
  const reviewer = await signedInAs('reviewer');
  const annotatePage = new AnnotatePage(editor);
  let articleId = '';

  await test.step('the editor pastes an article; what was pasted survives a reload', async () => {
    await editor.goto('/');
    await editor.getByRole('link', { name: 'Ny artikkel' }).first().click();
    await editor.getByRole('textbox', { name: 'Teksten' }).focus();
    await editor.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await editor.keyboard.press('Control+V');
    await expect(editor.getByText('5 setninger')).toBeVisible();
    await expect(editor.getByLabel('Tittel')).toHaveValue(headline);
    await expect(editor.getByText('Utkastet er tatt vare på i denne nettleseren.')).toBeVisible();
    await editor.reload();
    await expect(editor.getByRole('textbox', { name: 'Teksten' })).toHaveValue(text);
    await editor.getByLabel('Dato').fill('2025-04-28');
    await expectAccessible(editor);
    await editor.getByRole('button', { name: 'Opprett artikkel' }).click();
    await expect(editor).toHaveURL(/\/articles\/[0-9a-f-]{36}$/);
    await expect(annotatePage.text.getByText(opens)).toBeVisible();
    articleId = editor.url().split('/').at(-1) ?? '';
  });

  await test.step('three verdicts, with sources, one of them new', async () => {
    const first = await annotatePage.annotate(opens, 'Bekreftet', 'Står i **kommunens** plan.');
    await first.getByRole('combobox').fill(source);
    await first.getByRole('option', { name: 'Ny kilde' }).click();
    await first.getByLabel('Type kilde').selectOption('Myndighet');
    await first.getByRole('button', { name: 'Legg til' }).click();
    await first.getByRole('textbox', { name: 'Lenke' }).fill('https://kommunen.example/plan');
    await first.getByRole('button', { name: 'Ferdig' }).click();
    await expect(first.getByText('Lagret')).toBeVisible();
    await expectAccessible(editor);

    const second = await annotatePage.annotate(costs, 'Avkreftet', 'Regnskapet sier 112 millioner.');
    await annotatePage.cite(second, source, 'tilbakeviser', 'https://kommunen.example/regnskap');
    await annotatePage.submit(costs);
  });

  await test.step('a rationale that could not be sent survives a reload', async () => {
    const card = annotatePage.card(opens);
    await annotatePage.closed(opens).click();
    await editor.context().setOffline(true);
    await card.getByLabel('Begrunnelse').fill('Står i kommunens plan, side 4.');
    await expect(card.getByText(/Lagrer|Ikke sendt/)).toBeVisible();
    await editor.context().setOffline(false);
    // The address names the open card, so it opens again.
    await editor.reload();
    await expect(card.getByLabel('Begrunnelse')).toHaveValue('Står i kommunens plan, side 4.');
    await annotatePage.submit(opens);
    expect((await annotationsOf(editor, articleId)).map(({ rationale }) => rationale)).toContain(
      'Står i kommunens plan, side 4.',
    );
  });

  await test.step('what holds nothing to check is marked by one person', async () => {
    await editor.getByRole('button', { name: 'Merk dem som ikke sjekkbare' }).click();
    await expect(editor.getByText(/setninger ser ut til å være/)).toHaveCount(0);
  });

  const reviewersPage = new AnnotatePage(reviewer);
  await test.step('the reviewer writes the third, and cannot approve it', async () => {
    await reviewer.goto(`/articles/${articleId}`);
    await expect(reviewersPage.closed(costs)).toBeVisible();
    const third = await reviewersPage.annotate(largest, 'Omstridt', 'To anlegg påstår det samme om seg selv.');
    await reviewersPage.cite(third, source, 'støtter');
    await reviewersPage.submit(largest);
    await reviewersPage.closed(largest).click();
    await expect(third.getByRole('button', { name: 'Trekk tilbake' })).toBeVisible();
    await expect(third.getByRole('button', { name: 'Godkjenn' })).toHaveCount(0);
    const [, , own] = await annotationsOf(reviewer, articleId);
    const answer = await reviewer.request.post(`/api/annotations/${own?.id ?? ''}/approve`, {
      data: {},
      headers: { 'if-match': own?.etag ?? '' },
    });
    expect(answer.status()).toBe(403);
    expect(((await answer.json()) as Problem).code).toBe('own-work');
  });

  await test.step('nothing is signed off while anything is open', async () => {
    await expect(reviewer.getByRole('button', { name: 'Sluttgodkjenn' })).toHaveAttribute('aria-disabled', 'true');
    const unseen = await reviewer.request.post(`/api/articles/${articleId}/reports`);
    expect(unseen.status()).toBe(428);
    const preview = await reviewer.request.get(`/api/articles/${articleId}/sign-off`);
    const answer = await reviewer.request.post(`/api/articles/${articleId}/reports`, {
      headers: { 'if-match': preview.headers()['etag'] ?? '' },
    });
    expect(answer.status()).toBe(409);
    const { code, open } = (await answer.json()) as Problem;
    expect(code).toBe('not-covered');
    expect(open).toHaveLength(5);
  });

  await test.step('the reviewer agrees that two sentences hold nothing to check', async () => {
    for (const sentence of [headline, seeAlso]) {
      await reviewersPage.select(sentence);
      await reviewersPage.toolbar.getByRole('button', { name: 'Bekreft: ikke sjekkbar' }).click();
      await reviewersPage.toolbar.getByRole('button', { name: 'Bekreft', exact: true }).click();
      await expect(reviewersPage.toolbar.getByRole('button', { name: 'Ikke sjekkbar', exact: true })).toBeVisible();
    }
  });

  await test.step('the reviewer returns one and approves one, and the editor sees both without a reload', async () => {
    for (const [exact, status] of [
      [opens, 'approve'],
      [costs, 'return'],
    ] as const) {
      const annotation = (await annotationsOf(reviewer, articleId)).find(({ selector }) => selector[1].exact === exact);
      await reviewer.goto(`/review?item=${annotation?.id ?? ''}`);
      await expect(reviewer.getByRole('region', { name: 'Passasjen i teksten' }).getByText(exact)).toBeVisible();
      await expectAccessible(reviewer);
      if (status === 'approve') {
        await reviewer.keyboard.press('a');
      } else {
        await reviewer.keyboard.press('r');
        await reviewer.getByLabel('Hva må rettes?').fill('Hvilket år gjelder regnskapet?');
        await reviewer.keyboard.press('Control+Enter');
      }
      await expect
        .poll(async () => (await annotationsOf(reviewer, articleId)).find(({ id }) => id === annotation?.id)?.status)
        .toBe(status === 'approve' ? 'approved' : 'returned');
    }
    await expect(editor.getByText(`Godkjent av ${people.reviewer.name}`)).toBeVisible();
    await expect(editor.getByText(`Sendt tilbake av ${people.reviewer.name}`)).toBeVisible();
  });

  await test.step('the editor answers, and the second reviewer empties the queue', async () => {
    await annotatePage.closed(costs, 'Sendt tilbake').click();
    const card = annotatePage.card(costs);
    await expect(card.getByText('Hvilket år gjelder regnskapet?').first()).toBeVisible();
    await card.getByLabel('Begrunnelse').fill('Regnskapet for 2024 sier 112 millioner.');
    await annotatePage.submit(costs);
    const second = await signedInAs('reviewer2');
    for (const { id, selector } of (await annotationsOf(second, articleId)).filter(
      ({ status }) => status === 'submitted',
    )) {
      await second.goto(`/review?item=${id}`);
      await expect(
        second.getByRole('region', { name: 'Passasjen i teksten' }).getByText(selector[1].exact),
      ).toBeVisible();
      await second.getByRole('button', { name: 'Godkjenn' }).click();
      await expect
        .poll(async () => (await annotationsOf(second, articleId)).find((one) => one.id === id)?.status)
        .toBe('approved');
    }
  });

  await test.step('the reviewer signs off; the report is frozen, and its hash can be verified', async () => {
    await reviewer.goto(`/articles/${articleId}`);
    const signOff = reviewer.getByRole('button', { name: 'Sluttgodkjenn' });
    await expect(signOff).not.toHaveAttribute('aria-disabled');
    await signOff.click();
    const dialog = reviewer.getByRole('dialog', { name: /Sluttgodkjenne/ });
    await expect(dialog.getByText('er godkjent')).toBeVisible();
    await dialog.getByRole('button', { name: 'Frys rapporten' }).click();
    await expect(reviewer).toHaveURL(/\/reports\//);
    await expect(reviewer.getByRole('heading', { name: 'Rapport 1' })).toBeVisible();
    await reviewer.getByRole('button', { name: 'Kontroller', exact: true }).click();
    await expect(reviewer.getByText('Stemmer. JSON-filen')).toBeVisible();
    await expectAccessible(reviewer);
  });

  await test.step('the report holds what was said, and never changes', async () => {
    const {
      items: [report],
    } = (await (await reviewer.request.get(`/api/articles/${articleId}/reports`)).json()) as { items: ReportSummary[] };
    const address = `/api/reports/${report?.id ?? ''}`;
    const json = await (await reviewer.request.get(`${address}?format=json`)).body();
    expect(createHash('sha256').update(json).digest('hex')).toBe(report?.sha256);
    const html = await (await reviewer.request.get(`${address}?format=html`)).text();
    expect(html).not.toMatch(/<script/i);
    const page = await visitor(); // not at its address, where a sandbox keeps the test's probes out
    await page.setContent(html);
    await expect(page.getByText('Regnskapet for 2024 sier 112 millioner.')).toBeVisible();
    await expect(page.getByText(people.reviewer2.name).first()).toBeVisible();
    await expectAccessible(page);

    await annotatePage.page.reload();
    await annotatePage.closed(opens, 'Godkjent').click();
    await annotatePage.card(opens).getByRole('button', { name: 'Rediger' }).first().click();
    await annotatePage.card(opens).getByRole('button', { name: 'Rediger likevel' }).click();
    await annotatePage.card(opens).getByLabel('Begrunnelse').fill('Endret etter sluttgodkjenningen.');
    await annotatePage.card(opens).getByRole('button', { name: 'Lukk' }).click();
    await expect(annotatePage.closed(opens, 'Godkjenningen gjelder ikke lenger')).toBeVisible();
    expect(await (await reviewer.request.get(`${address}?format=json`)).body()).toEqual(json);
    await reviewer.reload();
    await expect(reviewer.getByText(/Endret siden sluttgodkjenningen/)).toBeVisible();
  });

  await test.step('the history tells all of it', async () => {
    await editor.goto(`/articles/${articleId}/history`);
    await expect(
      editor.getByRole('listitem').filter({ hasText: `${people.reviewer.name} sluttgodkjente rapport 1` }),
    ).toBeVisible();
    await expectAccessible(editor);
    const article = (await (await editor.request.get(`/api/articles/${articleId}`)).json()) as ArticleView;
    expect(article.coverage).toMatchObject({ checkable: 3, approved: 2 });
  });
});

async function annotationsOf(
  { request }: { request: import('@playwright/test').APIRequestContext },
  articleId: string,
): Promise<AnnotationView[]> {
  return ((await (await request.get(`/api/articles/${articleId}/annotations`)).json()) as { items: AnnotationView[] })
    .items;
}
