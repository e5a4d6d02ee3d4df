import { Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
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
import { messages } from './messages';
import { OwnWork } from './own-work';

/** Where the day starts: the articles with their coverage, and what waits for the person who looks. */
@Component({
  selector: 'app-start-page',
  imports: [ArticleRow, Empty, ProblemView, RouterLink],
  providers: [OwnWork],
  templateUrl: './start-page.html',
  styleUrl: './start-page.css',
})
export class StartPage {
  protected readonly t = inject(I18n).of(messages);
  protected readonly session = inject(Session);
  protected readonly waiting = inject(Waiting);
  protected readonly own = inject(OwnWork);
  protected readonly articles = pagedOf(routes.listArticles, () => ({}));

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
