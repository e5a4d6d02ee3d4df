import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
import { Avatar } from '@belegg/ui';
import { debounceTime, filter } from 'rxjs';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { byDay } from './by-day';
import { messages } from './messages';
import { tell } from './tell';

/** What happened to an article, the latest first: the log of its events as sentences, by day. */
@Component({
  selector: 'app-history-page',
  imports: [Avatar, ProblemView, RouterLink],
  templateUrl: './history-page.html',
  styleUrl: './history-page.css',
})
export class HistoryPage {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly id = input.required<string>();

  protected readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }));
  protected readonly revisions = pagedOf(routes.listRevisions, () => ({ params: { id: this.id() } }));
  protected readonly events = pagedOf(routes.listArticleEvents, () => ({ params: { id: this.id() } }));
  protected readonly title = computed(() => (this.article.hasValue() ? this.article.value().title : undefined));
  protected readonly days = computed(() =>
    byDay(this.events.items()).map(({ day, events }) => ({
      day,
      heading: this.i18n.day(day),
      entries: events.map((event) => ({
        ...event,
        time: this.i18n.time(event.at),
        told: tell(this.i18n, this.id(), event),
      })),
    })),
  );

  constructor() {
    pageTitle(() => [this.t('title'), this.title()].filter(Boolean).join(' · '));
    inject(Live)
      .events.pipe(
        filter(({ articleId }) => articleId === this.id()),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(({ type }) => {
        this.events.reload();
        if (type === 'article.revised') this.revisions.reload();
      });
  }
}
