import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { messages } from './messages';
import { ReviewQueue } from './review-queue';

/** What stands beside a queue that holds nothing for the person who looks. */
@Component({
  selector: 'app-nothing-left',
  imports: [Empty, RouterLink],
  template: `<ui-empty [heading]="t(said())"
    >{{ t(hint()) }} <a action class="btn" routerLink="/">{{ t('toArticles') }}</a></ui-empty
  >`,
})
export class NothingLeft {
  protected readonly t = inject(I18n).of(messages);
  private readonly queue = inject(ReviewQueue);
  private readonly session = inject(Session);

  protected readonly said = computed(() => {
    if (this.queue.grouped().order.length === 0) return 'empty';
    return this.session.can('review') ? 'emptyForYou' : 'emptyNoReviewer';
  });
  protected readonly hint = computed(() => `${this.said()}Hint` as const);
}
