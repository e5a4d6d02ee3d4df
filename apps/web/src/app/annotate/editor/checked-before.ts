import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes, type AnnotationView, type SimilarClaim } from '@belegg/contract';
import { Kbd, VerdictBadge } from '@belegg/ui';
import { resourceOf } from '../../shell/api';
import { I18n } from '../../shell/i18n';
import { Shortcuts } from '../../shell/shortcuts';
import { terms } from '../../shell/terms';
import { isLocal } from '../drafts/draft';
import type { DraftCitation, Statement } from '../drafts/statement';
import { sameness } from './earlier-citations';
import { messages as shared } from '../messages';
import { messages } from './messages';

/** The most claims that are shown; more are rarely of use, and the card has to stay short. */
const mostShown = 3;

/**
 * Approved claims of the newsroom that say nearly the same. Their citations can be taken over, with one key for the
 * likest one; verdict and approval cannot, since they are about other words.
 */
@Component({
  selector: 'app-checked-before',
  imports: [Kbd, RouterLink, VerdictBadge],
  template: `@if (claims().length > 0) {
    <section class="note" [attr.aria-label]="t('checkedBefore')">
      <p class="label">{{ t('checkedBefore') }}</p>
      <ul>
        @for (claim of claims(); track claim.annotationId) {
          <li>
            <ui-verdict [verdict]="claim.verdict" [label]="verdictOf(claim)" />
            <a [routerLink]="['/articles', claim.article.id]" [queryParams]="{ annotation: claim.annotationId }"
              ><q>{{ claim.exact }}</q></a
            >
            <p class="small muted">
              <bdi>{{ claim.article.title }}</bdi> · {{ dateOf(claim) }}
            </p>
            @if (isUnlocked() && addable(claim).length > 0) {
              <button type="button" class="link small" (click)="take(claim)">
                {{ t('takeCitations', { count: addable(claim).length }) }}
                @if (claim === likest()) {
                  <ui-kbd keys="Ctrl+e" />
                }
              </button>
            }
          </li>
        }
      </ul>
    </section>
  }`,
  styles: `
    :host:empty {
      display: none;
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
      display: grid;
      gap: 10px;
    }
    li {
      display: grid;
      gap: 2px;
      justify-items: start;
    }
    p {
      margin: 0;
    }
    .label {
      font-weight: 650;
      margin-bottom: 6px;
    }
    q {
      quotes: '«' '»';
      overflow-wrap: anywhere;
    }
  `,
})
export class CheckedBefore {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  readonly annotation = input.required<AnnotationView>();
  readonly statement = input.required<Statement>();
  readonly isUnlocked = input(false);
  readonly typed = output<Statement>();

  private readonly id = computed(() => this.annotation().id);
  /** Other words need other claims. */
  private readonly asked = computed(() => `${this.id()} ${this.annotation().selector[1].exact}`);
  private readonly found = resourceOf(routes.listSimilarClaims, () => {
    const [id = ''] = this.asked().split(' ');
    return isLocal(id) ? undefined : { params: { id } };
  });
  protected readonly claims = computed(() =>
    this.found.hasValue() ? (this.found.value()?.items.slice(0, mostShown) ?? []) : [],
  );
  /** The likest of those whose citations are not all here. */
  protected readonly likest = computed(() => this.claims().find((claim) => this.addable(claim).length > 0));

  constructor() {
    inject(Shortcuts).register({
      keys: 'Ctrl+e',
      scope: () => this.i18n.of(shared)('card'),
      description: () => this.t('takeCitationsKey'),
      when: () => this.isUnlocked() && this.likest() !== undefined,
      run: () => {
        const claim = this.likest();
        if (claim) this.take(claim);
      },
    });
  }

  protected verdictOf({ verdict }: SimilarClaim): string {
    return this.term(`verdict.${verdict}`);
  }

  protected dateOf({ article, approvedAt }: SimilarClaim): string {
    return this.i18n.day(article.date ?? approvedAt.slice(0, 10));
  }

  /** The citations of a claim that the statement has not, as new ones of its own, on the sources as they are now. */
  protected addable({ citations }: SimilarClaim): DraftCitation[] {
    const here = new Set(this.statement().citations.map(sameness));
    return citations
      .filter((citation) => !here.has(sameness({ ...citation, key: citation.id })))
      .map(({ sourceId, stance, relays, url, locator, quote, quoteLanguage, translation, ...more }) => ({
        key: crypto.randomUUID(),
        ...{ sourceId, stance, relays, url, locator, quote, quoteLanguage, translation },
        accessedAt: more.accessedAt,
        evidence: more.evidence,
        protected: more.protected,
      }));
  }

  protected take(claim: SimilarClaim): void {
    const statement = this.statement();
    this.typed.emit({ ...statement, citations: [...statement.citations, ...this.addable(claim)] });
  }
}
