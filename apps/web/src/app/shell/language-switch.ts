import { Component, inject } from '@angular/core';
import { I18n, uiLanguages } from './i18n';
import { messages } from './messages';

/** Norwegian or English, at once. Each language stands in its own words, for who cannot read the other. */
@Component({
  selector: 'app-language-switch',
  template: `
    <fieldset>
      <legend>{{ t('language') }}</legend>
      <div class="row">
        @for (language of languages; track language) {
          <label class="check" [lang]="language"
            ><input
              type="radio"
              name="language"
              [checked]="i18n.language() === language"
              (change)="i18n.choose(language)"
            />
            {{ names[language] }}</label
          >
        }
      </div>
    </fieldset>
  `,
  styles: `
    .row {
      gap: 4px 18px;
      margin-top: 4px;
    }
  `,
})
export class LanguageSwitch {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly languages = uiLanguages;
  protected readonly names = { nb: 'Norsk', en: 'English' } as const;
}
