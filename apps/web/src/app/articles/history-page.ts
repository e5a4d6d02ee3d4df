import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EventView, routes } from '@belegg/contract';
import { Avatar, RelativeTime } from '@belegg/ui';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
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
  private readonly api = inject(Api);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  readonly id = input.required<string>();

  protected readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }));
  protected readonly latest = resourceOf(routes.listArticleEvents, () => ({ params: { id: this.id() } }));
  private readonly older = signal<{ readonly items: readonly EventView[]; readonly nextCursor?: string | undefined }>({ items: [] });
  protected readonly failure = signal<unknown>(undefined);

  protected readonly title = computed(() => (this.article.hasValue() ? this.article.value().title : undefined));
  protected readonly events = computed(() => [...(this.latest.hasValue() ? this.latest.value().items : []), ...this.older().items]);
  protected readonly cursor = computed(() => (this.older().items.length ? this.older().nextCursor : this.latest.hasValue() ? this.latest.value().nextCursor : undefined));

  constructor() {
    pageTitle(() => [this.t('history'), this.title()].filter(Boolean).join(' · '));
  }

  protected async more(): Promise<void> {
    try {
      const page = await this.api.call(routes.listArticleEvents, { params: { id: this.id() }, query: { cursor: this.cursor() } });
      this.older.update(({ items }) => ({ items: [...items, ...page.items], nextCursor: page.nextCursor }));
      this.failure.set(undefined);
    } catch (error) {
      this.failure.set(error);
    }
  }
}
