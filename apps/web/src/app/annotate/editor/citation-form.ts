import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { webAddress } from '@belegg/contract';
import { stances, type Stance } from '@belegg/domain';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { oneLine, type DraftCitation } from '../drafts/statement';
import { messages } from '../messages';
import { LanguageField } from './language-field';

let count = 0;

/** How a source is used for the claim, to be typed. */
@Component({
  selector: 'app-citation-form',
  imports: [Control, Field, LanguageField],
  template: `
    <fieldset class="stances">
      <legend class="visually-hidden">{{ t('stance') }}</legend>
      @for (stance of stances; track stance) {
        <label class="check"
          ><input type="radio" [name]="name" [checked]="stance === citation().stance" (change)="change({ stance })" />
          {{ nameOf(stance) }}</label
        >
      }
    </fieldset>
    <ui-field [label]="t('link')" [error]="linkError()"
      ><input
        uiControl
        #url
        type="url"
        inputmode="url"
        [value]="citation().url ?? ''"
        (input)="change({ url: url.value.trim() || undefined })"
        (blur)="completeLink()"
    /></ui-field>
    <ui-field [label]="t('locator')" [hint]="t('locatorHint')"
      ><input uiControl #locator maxlength="300" [value]="locatorTyped()" (input)="change({ locator: locator.value })"
    /></ui-field>
    <ui-field [label]="t('quote')">
      <textarea
        uiControl
        #quote
        rows="2"
        maxlength="5000"
        [value]="citation().quote ?? ''"
        [attr.lang]="citation().quoteLanguage"
        (input)="change({ quote: quote.value })"
      ></textarea>
    </ui-field>
    <app-language-field [language]="citation().quoteLanguage" (chosen)="change({ quoteLanguage: $event })" />
    @if (isForeign()) {
      <ui-field [label]="t('translation')">
        <textarea
          uiControl
          #translation
          rows="2"
          maxlength="5000"
          [value]="citation().translation ?? ''"
          (input)="change({ translation: translation.value })"
        ></textarea>
      </ui-field>
    }
    <ui-field [label]="t('accessedAt')"
      ><input
        uiControl
        #day
        type="date"
        [value]="citation().accessedAt ?? ''"
        (change)="change({ accessedAt: day.value || undefined })"
    /></ui-field>
    <label class="check small"
      ><input
        type="checkbox"
        #protect
        [checked]="citation().protected"
        (change)="change({ protected: protect.checked })"
      />
      {{ t('protect') }}</label
    >
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
      padding: 10px 0 4px;
    }
    .stances {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }
    textarea {
      field-sizing: content;
    }
  `,
})
export class CitationForm {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  protected readonly stances = stances;
  protected readonly name = `stance-${++count}`;
  readonly citation = input.required<DraftCitation>();
  readonly changed = output<DraftCitation>();
  /** The space at the end of what is being typed stays, though the server keeps none. */
  protected readonly locatorTyped = linkedSignal<string, string>({
    source: () => this.citation().locator ?? '',
    computation: (saved, before) => (before !== undefined && oneLine(before.value) === saved ? before.value : saved),
  });

  protected readonly linkError = computed(() => {
    const { url } = this.citation();
    return url === undefined || webAddress.safeParse(url).success ? undefined : this.t('linkWrong');
  });
  protected readonly isForeign = computed(() => {
    const { quoteLanguage = '', translation } = this.citation();
    return !['', 'nb', 'nn', 'no'].includes(quoteLanguage) || Boolean(translation);
  });

  protected nameOf(stance: Stance): string {
    return this.term(`stance.${stance}`);
  }

  protected change(change: Partial<DraftCitation>): void {
    this.changed.emit({ ...this.citation(), ...change });
  }

  /** "example.org/a" was meant as a web address. */
  protected completeLink(): void {
    const { url = '' } = this.citation();
    const completed = `https://${url}`;
    if (/^[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u.test(url) && webAddress.safeParse(completed).success)
      this.change({ url: completed });
  }
}
