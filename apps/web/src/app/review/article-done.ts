import { afterNextRender, Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { routes, type ReviewItem } from '@belegg/contract';
import { SignOffPart } from '../reports';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { messages } from './messages';
import type { QueueEntry } from './queue-entry';

/**
 * What stands where the last claim of an article was: how far it is, and whether it can be signed off. Another article
 * comes when it is asked for.
 */
@Component({
  selector: 'app-article-done',
  imports: [ProblemView, RouterLink, SignOffPart],
  template: `
    <section class="done" tabindex="-1" #heading [attr.aria-label]="t('articleDone')">
      <p class="muted">{{ t('articleDone') }}</p>
      <h2>{{ of().title }}</h2>
      <app-problem [error]="article.error()" />
      @if (summary(); as summary) {
        <p>{{ summary }}</p>
      }
      @if (article.hasValue()) {
        <app-sign-off-part [article]="article.value()" [latest]="latest()" (signed)="open($event.id)" />
      }
      <div class="buttons">
        <a class="btn quiet" [routerLink]="['/articles', of().id]">{{ t('openArticle') }}</a>
        @if (next(); as next) {
          <button type="button" class="btn" (click)="goOn.emit()">
            {{ t('nextArticle', { title: next.article.title }) }}
          </button>
        }
      </div>
    </section>
  `,
  styles: `
    :host {
      overflow: auto;
    }
    .done {
      max-width: 640px;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
      padding: 56px clamp(20px, 4vw, 56px);
    }
    .done:focus-visible {
      outline: none;
    }
    h2 {
      font: 560 30px/1.2 var(--serif);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
    }
    .btn.quiet {
      margin-left: -14px;
    }
  `,
})
export class ArticleDone {
  private readonly router = inject(Router);
  protected readonly t = inject(I18n).of(messages);
  readonly of = input.required<ReviewItem['article']>();
  /** What waits in another article. */
  readonly next = input<QueueEntry>();
  readonly goOn = output();

  protected readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.of().id } }));
  private readonly reports = resourceOf(routes.listReports, () => ({ params: { id: this.of().id } }));
  protected readonly latest = computed(() => (this.reports.hasValue() ? this.reports.value().items[0] : undefined));
  protected readonly summary = computed(() => {
    if (!this.article.hasValue()) return undefined;
    const { coverage, sentences } = this.article.value();
    const { approved, checkable } = coverage;
    return this.t('doneSummary', { approved, checkable, rest: sentences.length - checkable });
  });
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus({ preventScroll: true }));
  }

  protected open(report: string): void {
    void this.router.navigate(['/reports', report]);
  }
}
