import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { I18n } from './i18n';
import { messages } from './messages';
import { ProblemError } from './problem-error';

/**
 * Says what went wrong, in the server's own words: `<app-problem [error]="article.error()" (retry)="article.reload()"
 * />`. Shows nothing without an error. Errors of fields that a form shows itself are left out by `fields`.
 */
@Component({
  selector: 'app-problem',
  host: { '[hidden]': '!error()' },
  template: `
    @if (error()) {
      <div role="alert">
        <p>
          <b>{{ said().title }}</b>
          @if (said().detail) {
            {{ said().detail }}
          }
        </p>
        @if (others().length) {
          <ul>
            @for (other of others(); track $index) {
              <li>{{ other.detail }}</li>
            }
          </ul>
        }
        @if (retryable() && mayPass()) {
          <button type="button" class="btn" (click)="retry.emit()">{{ t('retry') }}</button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
    div {
      display: grid;
      gap: 8px;
      justify-items: start;
      padding: 12px 16px;
      border: 1px solid var(--line-2);
      border-left: 3px solid var(--denied);
      border-radius: var(--r);
      background: var(--sheet);
    }
    ul {
      margin: 0;
      padding-left: 18px;
    }
  `,
})
export class ProblemView {
  protected readonly t = inject(I18n).of(messages);
  readonly error = input.required<unknown>();
  /** JSON Pointers of the errors that are shown elsewhere. */
  readonly fields = input<readonly string[]>([]);
  /** Whether the page can try again. The button shows only where that can help. */
  readonly retryable = input(false, { transform: booleanAttribute });
  readonly retry = output();

  private readonly problem = computed(() => {
    const error = this.error();
    return error instanceof ProblemError ? error.problem : undefined;
  });
  protected readonly said = computed(() => {
    const problem = this.problem();
    if (!problem) return { title: this.t('unexpected'), detail: '' };
    if (problem.errors?.length)
      return { title: problem.title, detail: this.others().length ? '' : this.t('seeFields') };
    return { title: problem.title, detail: problem.detail === problem.title ? '' : problem.detail };
  });
  /** What lies with the server may pass; what lies with the question does not. */
  protected readonly mayPass = computed(() => {
    const status = this.problem()?.status ?? 0;
    return status === 0 || status === 429 || status >= 500;
  });
  protected readonly others = computed(() =>
    (this.problem()?.errors ?? []).filter(({ pointer }) => !this.fields().includes(pointer)),
  );
}

/** What is wrong with one field, by its JSON Pointer: for the `error` of `ui-field`. */
export function problemAt(error: unknown, pointer: string): string | undefined {
  return error instanceof ProblemError ? error.detailAt(pointer) : undefined;
}
