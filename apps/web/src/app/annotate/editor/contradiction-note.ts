import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { conflictsOf, isLive, type Verdict } from '@belegg/domain';
import { I18n } from '../../shell/i18n';
import { terms, verdictKey } from '../../shell/terms';
import { AnnotateStore, rangeOf, toJudged } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { messages } from './messages';

/** What says otherwise of the same words, or of some of them, told as soon as a verdict is chosen. */
@Component({
  selector: 'app-contradiction-note',
  template: `
    @for (conflict of conflicts(); track conflict.id) {
      <div class="note small" [class.contradicts]="conflict.kind === 'contradicts'" role="status">
        <p>{{ conflict.text }}</p>
        <button type="button" class="link" (click)="pageFocus.openAnnotation(conflict.id, 'show')">
          «{{ conflict.exact }}»
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    :host:empty {
      display: none;
    }
    .contradicts {
      border-left: 3px solid var(--denied);
    }
    button {
      text-align: start;
      overflow-wrap: anywhere;
    }
  `,
})
export class ContradictionNote {
  private readonly i18n = inject(I18n);
  private readonly store = inject(AnnotateStore);
  protected readonly pageFocus = inject(PageFocus);
  private readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  readonly annotation = input.required<AnnotationView>();
  /** The verdict that is chosen, which need not be stored yet. */
  readonly verdict = input.required<Verdict | undefined>();

  protected readonly conflicts = computed(() => {
    const annotation = this.annotation();
    if (annotation.anchor.outcome === 'orphaned') return [];
    const { id, status, selector } = annotation;
    const range = rangeOf(annotation);
    const others = this.store.index().overlapping(range).map(toJudged);
    return conflictsOf({ id, status, verdict: this.verdict(), range, exact: selector[1].exact }, others).map(
      ({ kind, other }) => ({
        kind,
        id: other.id,
        exact: other.exact.length > 120 ? `${other.exact.slice(0, 119)}…` : other.exact,
        text: this.t(kind === 'overlaps' ? 'overlapsOther' : isLive(other) ? 'contradictsLive' : 'contradictsDraft', {
          verdict: this.term(verdictKey(other.verdict)).toLocaleLowerCase(),
          status: this.term(`status.${other.status}`).toLocaleLowerCase(),
        }),
      }),
    );
  });
}
