import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { articleStates, routes } from '@belegg/contract';
import { Empty } from '@belegg/ui';
import { debounceTime, filter } from 'rxjs';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Waiting } from '../shell/waiting';
import { ArticleRow } from './article-row';
import { ArticleSearch } from './article-search';
import { messages } from './messages';
import { OwnWork } from './own-work';

/** Where the day starts: the articles with their coverage, and what waits for the person who looks. */
@Component({
  selector: 'app-start-page',
  imports: [ArticleRow, ArticleSearch, Empty, ProblemView, RouterLink],
  providers: [OwnWork],
  templateUrl: './start-page.html',
  styleUrl: './start-page.css',
})
export class StartPage {
  protected readonly t = inject(I18n).of(messages);
  protected readonly session = inject(Session);
  protected readonly waiting = inject(Waiting);
  protected readonly own = inject(OwnWork);
  readonly q = input<string>();
  readonly state = input<string>();
  readonly sort = input<string>();
  /** What an address asks for that makes no sense is left out. */
  private readonly asked = computed(() => ({
    ...(this.q() && { q: this.q() }),
    ...(this.state() && { state: articleStates.find((one) => one === this.state()) }),
    ...(this.sort() === 'updated' && { sort: 'updated' as const }),
  }));
  protected readonly isNarrowed = computed(() => this.asked().q !== undefined || this.asked().state !== undefined);
  protected readonly articles = pagedOf(routes.listArticles, () => ({ query: this.asked() }));

  constructor() {
    pageTitle(() => this.t('title'));
    inject(Live)
      .events.pipe(
        filter(({ articleId }) => articleId !== undefined),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.articles.reload());
  }
}
