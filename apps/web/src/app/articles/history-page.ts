import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
import { Avatar, RelativeTime } from '@belegg/ui';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { terms } from '../shell/terms';
import { messages } from './messages';

/** What happened to an article, the latest first: the log of its events in words. */
@Component({
  selector: 'app-history-page',
  imports: [Avatar, ProblemView, RelativeTime, RouterLink],
  templateUrl: './history-page.html',
  styleUrl: './history-page.css',
})
export class HistoryPage {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  readonly id = input.required<string>();

  protected readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }));
  protected readonly events = pagedOf(routes.listArticleEvents, () => ({ params: { id: this.id() } }));
  protected readonly title = computed(() => (this.article.hasValue() ? this.article.value().title : undefined));

  constructor() {
    pageTitle(() => [this.t('history'), this.title()].filter(Boolean).join(' · '));
  }
}
