import { Component, computed, inject, input, linkedSignal, numberAttribute, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readAll, routes } from '@belegg/contract';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { AnnotationsThen } from './annotations-then';
import { messages } from './messages';
import { RevisionText } from '../reading';
import { RevisionTimeline } from './revision-timeline';

/** One frozen text of an article with its annotations, as it was then. */
@Component({
  selector: 'app-revision-page',
  imports: [AnnotationsThen, ProblemView, RevisionText, RevisionTimeline, RouterLink],
  templateUrl: './revision-page.html',
  styles: `
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 16px;
      margin: 6px 0 0;
    }
    .page {
      max-width: 1180px;
    }
    .row {
      gap: 10px 20px;
      margin-top: 6px;
    }
    .then {
      display: grid;
      grid-template-columns: minmax(0, 46rem) minmax(240px, 340px);
      gap: 32px 56px;
    }
    app-annotations-then {
      position: sticky;
      top: calc(var(--bar-height) + 16px);
      max-height: calc(100dvh - var(--bar-height) - 32px);
      overflow: auto;
    }
    header {
      display: grid;
      gap: 4px;
      margin-bottom: 34px;
      padding-bottom: 18px;
      border-bottom: 1px solid var(--line);
    }
    h1 {
      font-size: 26px;
    }
    @media (max-width: 900px) {
      .then {
        grid-template-columns: minmax(0, 1fr);
      }
      app-annotations-then {
        position: static;
        max-height: none;
      }
    }
  `,
})
export class RevisionPage {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly id = input.required<string>();
  readonly number = input.required({ transform: numberAttribute });

  protected readonly revision = resourceOf(routes.getRevision, () => ({
    params: { id: this.id(), number: this.number() },
  }));
  private readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }));
  protected readonly title = computed(() => (this.article.hasValue() ? this.article.value().title : ''));
  protected readonly latest = computed(() =>
    this.article.hasValue() ? this.article.value().revision.number : undefined,
  );

  private readonly api = inject(Api);
  protected readonly annotated = resource({
    params: () => ({ id: this.id(), number: this.number() }),
    loader: ({ params }) => readAll(this.api, routes.listEarlierAnnotations, { params }),
  });
  protected readonly annotations = computed(() => (this.annotated.hasValue() ? this.annotated.value() : []));
  protected readonly placed = computed(() => this.annotations().filter(({ anchor }) => anchor.outcome !== 'orphaned'));
  /** The annotation that is looked at, in the text and in the list. */
  protected readonly activeId = linkedSignal<number, string | undefined>({
    source: this.number,
    computation: () => undefined,
  });

  constructor() {
    pageTitle(() => [this.t('revision', { number: this.number() }), this.title()].filter(Boolean).join(' · '));
  }
}
