import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { articleStates, routes } from '@belegg/contract';
import { Empty } from '@belegg/ui';
import { debounceTime, filter } from 'rxjs';
import { Board } from '../board';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { ArticleRow } from './article-row';
import { ArticleSearch } from './article-search';
import { messages } from './messages';

/** Where the day starts: what there is to do, and the articles with their coverage. */
@Component({
  selector: 'app-start-page',
  imports: [ArticleRow, ArticleSearch, Board, Empty, ProblemView, RouterLink],
  templateUrl: './start-page.html',
  styleUrl: './start-page.css',
})
export class StartPage {
  protected readonly t = inject(I18n).of(messages);
  protected readonly session = inject(Session);
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
