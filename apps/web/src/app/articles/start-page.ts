import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Waiting } from '../shell/waiting';
import { ArticleList } from './article-list';
import { ArticleRow } from './article-row';
import { messages } from './messages';

/** Where the day starts: the articles with their coverage, and what waits for the person who looks. */
@Component({
  selector: 'app-start-page',
  imports: [ArticleRow, Empty, ProblemView, RouterLink],
  providers: [ArticleList],
  templateUrl: './start-page.html',
  styleUrl: './start-page.css',
})
export class StartPage {
  protected readonly t = inject(I18n).of(messages);
  protected readonly session = inject(Session);
  protected readonly waiting = inject(Waiting);
  protected readonly list = inject(ArticleList);

  constructor() {
    pageTitle(() => this.t('title'));
  }
}
