import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { messages } from './messages';
import { RevisionText } from './revision-text';

/** One frozen text of an article, as it was then. */
@Component({
  selector: 'app-revision-page',
  imports: [ProblemView, RevisionText, RouterLink],
  templateUrl: './revision-page.html',
  styles: `
    .facts { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 6px 0 0; }
    nav { display: flex; flex-wrap: wrap; gap: 8px 18px; }
    header { display: grid; gap: 4px; margin-bottom: 34px; padding-bottom: 18px; border-bottom: 1px solid var(--line); }
    h1 { font-size: 26px; }
  `,
})
export class RevisionPage {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly id = input.required<string>();
  readonly number = input.required({ transform: numberAttribute });

  protected readonly revision = resourceOf(routes.getRevision, () => ({ params: { id: this.id(), number: this.number() } }));
  private readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }));
  protected readonly title = computed(() => (this.article.hasValue() ? this.article.value().title : ''));
  protected readonly latest = computed(() => (this.article.hasValue() ? this.article.value().revision.number : undefined));

  constructor() {
    pageTitle(() => [this.t('revision', { number: this.number() }), this.title()].filter(Boolean).join(' · '));
  }
}
