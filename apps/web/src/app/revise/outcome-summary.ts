import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView, RevisionPreviewView } from '@belegg/contract';
import { CodePointText } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

const decided: readonly string[] = ['submitted', 'returned', 'approved'];
const order = ['unchanged', 'moved', 'changed', 'orphaned'] as const;

/** What the new text would do, as a sentence, and which sentences nobody has looked at yet. */
@Component({
  selector: 'app-outcome-summary',
  template: `
    <p role="status">{{ said() }}</p>
    @if (fresh().length) {
      <details>
        <summary>{{ t('showNewSentences', { count: fresh().length }) }}</summary>
        <ul>
          @for (sentence of fresh(); track $index) {
            <li>{{ sentence }}</li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    p {
      font: 400 18px/1.5 var(--serif);
      max-width: 62ch;
    }
    summary {
      cursor: pointer;
      color: var(--accent);
      min-height: 24px;
      width: fit-content;
    }
    ul {
      margin: 8px 0 0;
      padding-left: 20px;
      font: 400 16px/1.5 var(--serif);
      max-height: 240px;
      overflow: auto;
    }
  `,
})
export class OutcomeSummary {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly preview = input.required<RevisionPreviewView>();
  readonly annotations = input.required<readonly AnnotationView[]>();

  protected readonly said = computed(() => {
    const { counts, outcomes } = this.preview();
    const statuses = new Map(this.annotations().map(({ id, status }) => [id, status]));
    const lapsing = outcomes.filter(
      ({ annotationId, carried }) => !carried && decided.includes(statuses.get(annotationId) ?? ''),
    ).length;
    const parts = order.flatMap((outcome) =>
      counts[outcome] ? [this.t(`count.${outcome}`, { count: counts[outcome] })] : [],
    );
    return [
      outcomes.length
        ? this.t('summary', { count: outcomes.length, parts: this.i18n.list(parts) })
        : this.t('summaryNone'),
      lapsing ? this.t('summaryLapsing', { count: lapsing }) : '',
      this.fresh().length ? this.t('summaryNew', { count: this.fresh().length }) : this.t('summaryNoneNew'),
    ]
      .filter(Boolean)
      .join(' ');
  });
  protected readonly fresh = computed(() => {
    const text = new CodePointText(this.preview().text);
    return this.preview().newSentences.map(({ start, end }) => text.slice(start, end));
  });
}
