import { Component, computed, inject, input, output } from '@angular/core';
import type { SourceView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { terms } from '../shell/terms';
import { messages } from './cited-messages';

/** The sources that a refusal names as like the new one. */
export const similarIn = (error: unknown): readonly SourceView[] =>
  error instanceof ProblemError && error.is('similar') ? (error.problem.similar ?? []) : [];

/** Sources that look like a new one: one of them is used instead, or the new one is created anyway. */
@Component({
  selector: 'app-similar-sources',
  template: `@if (similar().length > 0) {
    <div class="note" role="alert">
      <p>{{ t('similarFound') }}</p>
      <ul>
        @for (source of similar(); track source.id) {
          <li>
            <button type="button" class="link" (click)="chosen.emit(source)">
              <bdi>{{ source.name }}</bdi>
            </button>
            <span class="small muted">{{ detailOf(source) }}</span>
          </li>
        }
      </ul>
      <button type="button" class="btn quiet" (click)="anyway.emit()">{{ t('createAnyway') }}</button>
    </div>
  }`,
  styles: `
    .note {
      display: grid;
      gap: 8px;
    }
    .note > * {
      margin: 0;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      min-height: 24px;
    }
    button.btn {
      justify-self: start;
    }
  `,
})
export class SimilarSources {
  protected readonly t = inject(I18n).of(messages);
  private readonly term = inject(I18n).of(terms);
  readonly error = input.required<unknown>();
  readonly chosen = output<SourceView>();
  readonly anyway = output();
  protected readonly similar = computed(() => similarIn(this.error()));

  protected detailOf({ kind, aliases, url = '' }: SourceView): string {
    return [this.term(`source.${kind}`), ...aliases.slice(0, 3), url.replace(/^https?:\/\/(www\.)?/i, '')]
      .filter(Boolean)
      .join(' · ');
  }
}
