import { Component, computed, inject, input, linkedSignal, output, resource } from '@angular/core';
import { routes, type AnnotationView } from '@belegg/contract';
import { wordDiff } from '@belegg/domain';
import { VerdictBadge } from '@belegg/ui';
import { DiffText } from '../reading';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { terms, verdictKey } from '../shell/terms';
import { messages } from './messages';

/** All places whose words are nearly the same, each with what changed in it, to be accepted in one act. */
@Component({
  selector: 'app-near-matches',
  imports: [DiffText, ProblemView, VerdictBadge],
  template: `
    <section [attr.aria-label]="t('nearMatches')">
      <h2>{{ t('nearMatches') }}</h2>
      <p class="small">{{ t('nearMatchesLead') }}</p>
      <app-problem [error]="before.error()" retryable (retry)="before.reload()" />
      <ul>
        @for (one of shown(); track one.annotation.id) {
          <li>
            <label class="check">
              <input type="checkbox" [checked]="chosen().has(one.annotation.id)" (change)="toggle(one.annotation.id)" />
              <ui-verdict [verdict]="one.annotation.verdict" [label]="term(verdictKey(one.annotation.verdict))" />
              <app-diff-text class="serif" [parts]="one.parts" />
            </label>
          </li>
        }
      </ul>
      <div class="row">
        <button
          type="button"
          class="btn primary"
          [attr.aria-disabled]="!before.hasValue() || chosen().size === 0 || null"
          (click)="accept()"
        >
          {{ t('acceptChosen', { count: chosen().size }) }}
        </button>
        <button type="button" class="btn" (click)="cancelled.emit()">{{ t('cancel') }}</button>
      </div>
    </section>
  `,
  styles: `
    section,
    ul {
      display: grid;
      gap: 12px;
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    .check {
      display: grid;
      grid-template-columns: auto auto minmax(0, 1fr);
      gap: 4px 12px;
      align-items: baseline;
    }
    h2 {
      font: 600 20px/1.3 var(--serif);
    }
    .row {
      display: flex;
      gap: 8px;
    }
    @media (max-width: 900px) {
      .check {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .check app-diff-text {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class NearMatches {
  private readonly api = inject(Api);
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  readonly annotations = input.required<readonly AnnotationView[]>();
  readonly accepted = output<readonly AnnotationView[]>();
  readonly cancelled = output();

  /** The words that each was made on. */
  protected readonly before = resource({
    params: () => this.annotations().map(({ id }) => id),
    loader: async ({ params }) =>
      new Map(
        await Promise.all(
          params.map(async (id) => {
            const { items } = await this.api.call(routes.annotationHistory, { params: { id } });
            return [id, items[0]?.selector[1].exact ?? ''] as const;
          }),
        ),
      ),
  });
  protected readonly shown = computed(() => {
    const before = this.before.hasValue() ? this.before.value() : new Map<string, string>();
    return this.annotations().flatMap((annotation) => {
      const words = before.get(annotation.id);
      return words === undefined ? [] : [{ annotation, parts: wordDiff(words, annotation.selector[1].exact) }];
    });
  });
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.shown().map((one) => one.annotation.id)),
  );

  protected readonly verdictKey = verdictKey;

  protected toggle(id: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected accept(): void {
    const chosen = this.annotations().filter(({ id }) => this.chosen().has(id));
    if (chosen.length > 0) this.accepted.emit(chosen);
  }
}
