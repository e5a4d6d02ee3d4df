import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes, type AnnotationView, type ReviewItem } from '@belegg/contract';
import { touchedSentences, type Range } from '@belegg/domain';
import { VerdictBadge } from '@belegg/ui';
import { Sources } from '../sources';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { terms, verdictKey } from '../shell/terms';
import { messages } from './messages';

/** What else is said of the sentences that a claim is about, so that nobody approves one against the other unseen. */
@Component({
  selector: 'app-other-claims',
  imports: [RouterLink, VerdictBadge],
  template: `
    @if (others().length) {
      <h2>{{ t('otherClaims') }}</h2>
      <ul>
        @for (other of others(); track other.id) {
          <li [class]="other.verdict ?? 'question'">
            @if (kinds().get(other.id); as kind) {
              <b class="small">{{ t(kind) }}</b>
            }
            <div class="row">
              <ui-verdict [verdict]="other.verdict" [label]="verdictOf(other)" />
              <span class="small muted">{{ statusOf(other) }}</span>
            </div>
            <a class="serif" [routerLink]="['/articles', other.articleId]" [queryParams]="{ annotation: other.id }"
              >«{{ other.selector[1].exact }}»</a
            >
            @if (other.rationale) {
              <p class="small" [class.short]="kinds().get(other.id) !== 'contradicts'">{{ other.rationale }}</p>
            }
            @if (sourcesOf(other); as names) {
              <p class="small muted">{{ names }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
      padding: 8px 12px;
      border-left: 3px solid var(--v);
      background: var(--sunk);
      border-radius: var(--r);
    }
    .row {
      display: flex;
      justify-content: space-between;
      gap: 10px;
      align-items: baseline;
    }
    .serif {
      font: italic 400 15px/1.4 var(--serif);
    }
    .short {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-clamp: 3;
      overflow: hidden;
    }
  `,
})
export class OtherClaims {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  private readonly sources = inject(Sources);
  readonly item = input.required<ReviewItem>();

  private readonly articleId = computed(() => this.item().article.id);
  private readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.articleId() } }));
  /** Anew for each claim that is read: the one before it was decided on. */
  private readonly annotations = resourceOf(routes.listAnnotations, () => ({
    params: { id: this.item().article.id },
  }));

  protected readonly others = computed<readonly AnnotationView[]>(() => {
    if (!this.article.hasValue() || !this.annotations.hasValue()) return [];
    const beside = claimsBeside(this.item().annotation, this.annotations.value().items, this.article.value().sentences);
    return beside.toSorted((a, b) => Number(this.contradicts(b)) - Number(this.contradicts(a)));
  });
  /** How those conflict with the claim, by their ids. */
  protected readonly kinds = computed(
    () => new Map(this.item().annotation.conflicts.map(({ kind, annotationId }) => [annotationId, kind])),
  );

  constructor() {
    effect(() => this.sources.ensure(this.others().flatMap(cited)));
  }

  private contradicts({ id }: AnnotationView): boolean {
    return this.kinds().get(id) === 'contradicts';
  }

  protected sourcesOf(other: AnnotationView): string {
    return this.i18n.list([...new Set(cited(other))].flatMap((id) => this.sources.name(id) ?? []));
  }

  protected verdictOf({ verdict }: AnnotationView): string {
    return this.term(verdictKey(verdict));
  }

  protected statusOf({ status }: AnnotationView): string {
    return this.term(`status.${status}`);
  }
}

const cited = ({ citations }: AnnotationView): string[] => citations.map(({ sourceId }) => sourceId);

/** The other annotations on the sentences that one touches, in the order in which they are given. */
export function claimsBeside(
  { id, selector: [own] }: AnnotationView,
  all: readonly AnnotationView[],
  sentences: readonly Range[],
): readonly AnnotationView[] {
  const touched = new Set(touchedSentences(sentences, own));
  return all.filter(
    (other) =>
      other.id !== id &&
      other.anchor.outcome !== 'orphaned' &&
      touchedSentences(sentences, other.selector[0]).some((index) => touched.has(index)),
  );
}
