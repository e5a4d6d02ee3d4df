import type { AnnotationView, ArticleView, NewAnnotation } from '@belegg/contract';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expect, people, test } from './people';

const untouched = 'Arbeidet begynte i 2021.';
const costs = 'Det har kostet 90 millioner kroner, ifølge kommunens eget regnskap.';
const costsNow = 'Det har kostet 112 millioner kroner, ifølge kommunens eget regnskap.';
const led = 'Byggeleder Per Holm har ledet arbeidet fra første dag.';
const opens = 'Kommunen åpner det nye badeanlegget 1. mai 2025.';
const textOf = (...paragraphs: string[]): string => ['# Badeanlegget åpner', ...paragraphs].join('\n\n');
const first = textOf(`${opens} ${costs}`, untouched, led);
const second = textOf(`${opens} ${costsNow}`, untouched, 'Inngangen ligger ved elva.');

test('the text changes: what stayed is approved still, what changed is placed by a person, what is gone is retired', async ({
  signedInAs,
}) => {
  test.setTimeout(120_000);
  const editor = await signedInAs('editor');
  const other = await signedInAs('editor2');
  const reviewer = await signedInAs('reviewer');
  const article = await post<ArticleView>(editor, '/api/articles', {
    title: 'Badeanlegget åpner',
    language: 'nb',
    format: 'markdown',
    content: first,
  });
  const { id } = article;

  await test.step('three claims are approved', async () => {
    for (const exact of [costs, untouched, led]) {
      const start = [...article.revision.text.slice(0, article.revision.text.indexOf(exact))].length;
      const body: NewAnnotation = {
        selector: [
          { type: 'TextPositionSelector', start, end: start + [...exact].length },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        ],
        verdict: 'confirmed',
        rationale: 'Står i planen.',
        citations: [],
      };
      const made = await post<AnnotationView>(editor, `/api/articles/${id}/annotations`, body);
      const submitted = await post<AnnotationView>(editor, `/api/annotations/${made.id}/submit`, {}, made.etag);
      await post<AnnotationView>(reviewer, `/api/annotations/${made.id}/approve`, {}, submitted.etag);
    }
  });

  await test.step('two people write a new text at once; it is seen beforehand what it does, and a reload keeps it', async () => {
    await editor.goto(`/articles/${id}`);
    await editor.getByRole('link', { name: 'Ny tekst' }).click();
    await editor.getByRole('button', { name: 'Bytt ut hele teksten' }).click();
    await editor.getByRole('textbox', { name: 'Teksten' }).fill(second);
    await expect(
      editor.getByText('Av 3 annotasjoner er 1 uendret, 1 endret og 1 finnes ikke lenger i teksten.'),
    ).toBeVisible();
    await expect(editor.getByText('Endret, nesten likt.')).toBeVisible();
    await expect(editor.getByText('Finnes ikke lenger i teksten. Må godkjennes på nytt.')).toBeVisible();
    await expect(editor.getByRole('deletion').getByText('90')).toBeVisible();
    await expectAccessible(editor);
    await editor.reload();
    await expect(editor.getByRole('textbox', { name: 'Teksten' })).toHaveValue(second);
    await other.goto(`/articles/${id}/revise`);
    await other.getByRole('button', { name: 'Bytt ut hele teksten' }).click();
    await other.getByRole('textbox', { name: 'Teksten' }).fill(`${first}\n\nEnda et avsnitt.`);
    await expect(other.getByText('Av 3 annotasjoner er 3 uendret.')).toBeVisible();
  });

  await test.step('one of them wins; the other keeps the text typed and sees what changed', async () => {
    // Held back on its way until the other has been answered: the server refuses it.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await other.route(`**/api/articles/${id}/revisions`, async (route) => {
      await held;
      await route.continue();
    });
    const refused = other.waitForResponse(
      (response) => response.url().endsWith('/revisions') && response.request().method() === 'POST',
    );
    await other.keyboard.press('Control+Enter');
    await editor.keyboard.press('Control+Enter');
    await expect(editor).toHaveURL(new RegExp(`/articles/${id}/places$`));
    release();
    expect((await refused).status()).toBe(412);
    await expect(other.getByText(`${people.editor.name} lagret revisjon 2 mens du skrev.`)).toBeVisible();
    await expect(other.getByRole('textbox', { name: 'Teksten' })).toHaveValue(`${first}\n\nEnda et avsnitt.`);
    await expect(other.getByRole('alert').getByText('112')).toBeVisible();
    await expect(other.getByRole('button', { name: 'Lagre ny revisjon' })).toHaveAttribute('aria-disabled', 'true');
    await other.getByRole('button', { name: 'Gå videre fra revisjon 2' }).click();
    await expect(other.getByRole('button', { name: 'Lagre ny revisjon' })).not.toHaveAttribute('aria-disabled', 'true');
    await expectAccessible(other);
  });

  await test.step('what stayed is approved still; what changed and what is gone have lapsed', async () => {
    expect(await standing(editor, id)).toEqual({
      [untouched]: 'approved unchanged',
      [costsNow]: 'lapsed changed',
      [led]: 'lapsed orphaned',
    });
  });

  await test.step('they wait on the annotatePage, and are gone through by keyboard', async () => {
    await editor.goto(`/articles/${id}`);
    await expect(editor.getByText('2 annotasjoner må plasseres på nytt i den nye teksten.')).toBeVisible();
    await editor.getByRole('link', { name: 'Gå gjennom' }).click();
    await expect(editor.getByText('1 av 2')).toBeVisible();
    await expectAccessible(editor);
    await editor.keyboard.press('j');
    await expect(editor.getByText('2 av 2')).toBeVisible();
    await expect(editor.getByText('Ingen like ord i den nye teksten.')).toBeVisible();
    await editor.keyboard.press('k');
    await expect(editor.getByText('1 av 2')).toBeVisible();
    await editor.keyboard.press('a');
    await expect(editor.getByText('2 av 2')).toBeVisible();
    await editor.keyboard.press('x');
    await editor.getByLabel('Hvorfor slettes den?').fill('Setningen er tatt ut.');
    await editor.keyboard.press('Control+Enter');
    await expect(editor.getByText('Alle annotasjonene er plassert.')).toBeVisible();
    const [accepted] = (await annotationsOf(editor, id)).filter(({ selector }) => selector[1].exact === costsNow);
    expect([accepted?.status, accepted?.anchor.outcome, accepted?.rationale]).toEqual([
      'lapsed',
      'unchanged',
      'Står i planen.',
    ]);
    expect(Object.keys(await standing(editor, id)).sort()).toEqual([untouched, costsNow].sort());
  });

  await test.step('the first text can be read as it stood', async () => {
    await editor.goto(`/articles/${id}/revisions/1`);
    await expect(editor.getByRole('button', { name: `«${led}»` })).toBeVisible();
    await expect(editor.getByText('Godkjent', { exact: true })).toHaveCount(3);
    await expectAccessible(editor);
    await editor.keyboard.press('ArrowRight');
    await expect(editor).toHaveURL(/\/revisions\/2$/);
  });

  await test.step('a heading is written into the text where it stands, and survives a reload', async () => {
    await editor.goto(`/articles/${id}/revise`);
    const text = editor.getByRole('textbox', { name: 'Teksten' });
    await text.getByText('Inngangen ligger ved elva.').click();
    await editor.keyboard.press('End');
    await editor.keyboard.press('Enter');
    await editor.keyboard.type('Slik blir det');
    await editor.getByLabel('Hva avsnittet er').selectOption('Mellomtittel');
    await expect(editor.getByRole('insertion').getByText('Slik blir det')).toBeVisible();
    await expect(editor.getByText('Av 2 annotasjoner er 2 uendret.')).toBeVisible();
    await expectAccessible(editor);
    await editor.reload();
    await expect(text.getByRole('heading', { name: 'Slik blir det' })).toBeVisible();
    await text.click();
    await editor.keyboard.press('Control+Enter');
    await expect(editor).toHaveURL(new RegExp(`/articles/${id}$`));
    const { revision } = (await (await editor.request.get(`/api/articles/${id}`)).json()) as ArticleView;
    expect(revision.text.split('\n')).toEqual(second.replace('# ', '').split('\n\n').concat('Slik blir det'));
    expect(revision.blocks.at(-1)).toMatchObject({ kind: 'heading', level: 2 });
  });
});

async function post<Answer>({ request }: Page, path: string, data: unknown, ifMatch?: string): Promise<Answer> {
  const answer = await request.post(path, { data, ...(ifMatch !== undefined && { headers: { 'If-Match': ifMatch } }) });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

async function annotationsOf({ request }: Page, articleId: string): Promise<AnnotationView[]> {
  return (
    (await (await request.get(`/api/articles/${articleId}/annotations`)).json()) as { items: AnnotationView[] }
  ).items.filter(({ status }) => status !== 'retired');
}

/** Status and outcome of each, by its words. */
async function standing(page: Page, articleId: string): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await annotationsOf(page, articleId)).map(({ selector, status, anchor }) => [
      selector[1].exact,
      `${status} ${anchor.outcome}`,
    ]),
  );
}
