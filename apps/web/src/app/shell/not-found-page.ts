import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty } from '@belegg/ui';
import { I18n } from './i18n';
import { messages } from './messages';
import { pageTitle } from './page-title';

@Component({
  selector: 'app-not-found-page',
  imports: [Empty, RouterLink],
  template: `<ui-empty [level]="1" [heading]="t('notFound')"
    >{{ t('notFoundHint') }} <a action class="btn" routerLink="/">{{ t('toStart') }}</a></ui-empty
  >`,
})
export class NotFoundPage {
  protected readonly t = inject(I18n).of(messages);

  constructor() {
    pageTitle(() => this.t('notFound'));
  }
}
