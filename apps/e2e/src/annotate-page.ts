import { expect, type Locator, type Page } from '@playwright/test';

/** The screen on which an article is annotated, by the words that a reader of Norwegian sees. */
export class AnnotatePage {
  constructor(readonly page: Page) {}

  get text(): Locator {
    return this.page.getByRole('group', { name: 'Artikkelteksten' });
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Det som er valgt' });
  }

  card(exact: string): Locator {
    return this.page.getByRole('region', { name: `Annotasjon av «${exact}»` });
  }

  /** Selects the sentence that holds these words; once more where the text was painted anew right under the click. */
  async select(words: string): Promise<void> {
    await expect(async () => {
      await this.text.getByText(words).first().click();
      await expect(this.toolbar).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 15_000 });
  }

  async annotate(
    sentence: string,
    verdict: 'Bekreftet' | 'Avkreftet' | 'Omstridt',
    rationale: string,
  ): Promise<Locator> {
    await this.select(sentence);
    await this.toolbar.getByRole('button', { name: verdict }).click();
    const card = this.card(sentence);
    await card.getByLabel('Begrunnelse').fill(rationale);
    return card;
  }

  /** Cites a source that the newsroom has. */
  async cite(
    card: Locator,
    name: string,
    stance: 'støtter' | 'tilbakeviser' | 'gir kontekst',
    link = '',
  ): Promise<void> {
    await card.getByRole('combobox').fill(name);
    await card
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .filter({ hasNotText: 'brukt i saken' })
      .first()
      .click();
    await card.getByRole('radio', { name: stance }).check();
    if (link) await card.getByRole('textbox', { name: 'Lenke' }).fill(link);
    await card.getByRole('button', { name: 'Ferdig' }).click();
  }

  /** The closed card, which says how far its annotation is. */
  closed(exact: string, status = ''): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Åpne: .*${status}.*«${exact}»`) });
  }

  async submit(exact: string): Promise<void> {
    await this.card(exact).getByRole('button', { name: 'Send til godkjenning' }).click();
    await expect(this.closed(exact, 'Til godkjenning')).toBeVisible();
  }
}
