import { Component, computed, inject, input, output } from '@angular/core';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { messages } from '../messages';

/** Languages that newsrooms quote, the likeliest first in the list by name. */
const common = [
  'nb',
  'nn',
  'en',
  'ar',
  'da',
  'de',
  'el',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'is',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'ps',
  'pt',
  'ru',
  'se',
  'so',
  'sv',
  'tr',
  'uk',
  'ur',
  'zh',
];

/** The language of a quote. */
@Component({
  selector: 'app-language-field',
  imports: [Control, Field],
  template: `
    <ui-field [label]="t('quoteLanguage')">
      <select uiControl #choice (change)="chosen.emit(choice.value || undefined)">
        <option value="" [selected]="!language()">{{ t('languageUnsaid') }}</option>
        @for (option of options(); track option.tag) {
          <option [value]="option.tag" [selected]="option.tag === language()">{{ option.name }}</option>
        }
      </select>
    </ui-field>
  `,
})
export class LanguageField {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly language = input<string>();
  readonly chosen = output<string | undefined>();

  protected readonly options = computed(() => {
    const names = new Intl.DisplayNames(this.i18n.locale(), { type: 'language' });
    const given = this.language();
    return [...new Set([...common, ...(given === undefined ? [] : [given])])]
      .map((tag) => ({ tag, name: names.of(tag) ?? tag }))
      .sort((a, b) => a.name.localeCompare(b.name, this.i18n.locale()));
  });
}
