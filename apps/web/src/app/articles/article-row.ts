import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ArticleSummary } from '@belegg/contract';
import { CoverageBar, coverageSegments } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { coverageSentence } from './coverage-sentence';
import { messages } from './messages';

/** An article in the list: what it is, and how far it has come. */
@Component({
  selector: 'app-article-row',
  imports: [CoverageBar, RouterLink],
  template: `
    <h2>
      <a [routerLink]="['/articles', article().id]" [lang]="article().language">{{ article().title }}</a>
    </h2>
    <p class="facts muted">
      @for (fact of facts(); track $index) {
        <span>{{ fact }}</span>
      }
    </p>
    <ui-coverage [segments]="segments()" [label]="t('coverage')" [text]="sentence()" />
  `,
  styleUrl: './article-row.css',
})
export class ArticleRow {
  private readonly i18n = inject(I18n);
  private readonly term = this.i18n.of(terms);
  protected readonly t = this.i18n.of(messages);
  readonly article = input.required<ArticleSummary>();

  protected readonly segments = computed(() => coverageSegments(this.article().coverage));
  protected readonly sentence = computed(() => coverageSentence(this.i18n, this.article().coverage));
  protected readonly facts = computed(() => {
    const { author, date, language, revision, signedOffRevision } = this.article();
    return [
      author,
      date && this.i18n.day(date),
      this.term(`language.${language}`),
      this.t('revision', { number: revision.number }),
      signedOffRevision !== undefined && this.t('signedOff', { number: signedOffRevision }),
    ].filter((fact): fact is string => Boolean(fact));
  });
}
