import { Component, computed, inject, input, output, signal } from '@angular/core';
import { routes, type SourceView } from '@belegg/contract';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { messages } from './messages';

/** Takes a source out of the registry, once nothing rests on it; until then it says what does. */
@Component({
  selector: 'app-remove-source',
  imports: [ProblemView],
  template: `
    <app-problem [error]="failure()" />
    @if (asks()) {
      <p role="alert">{{ t('removeAsk', { name: source().name }) }}</p>
      <div class="row">
        <button type="button" class="btn" (click)="asks.set(false)">{{ t('cancel') }}</button>
        <button type="button" class="btn danger" (click)="remove()">{{ t('remove') }}</button>
      </div>
    } @else {
      <button
        type="button"
        class="btn danger"
        [attr.aria-disabled]="reasons() ? true : null"
        [attr.aria-describedby]="reasons() ? 'in-use' : null"
        (click)="ask()"
      >
        {{ t('remove') }}
      </button>
      @if (reasons(); as reasons) {
        <p class="small muted" id="in-use">{{ t('cannotRemove', { reasons }) }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
  `,
})
export class RemoveSource {
  private readonly api = inject(Api);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly source = input.required<SourceView>();
  /** How many sources repeat it. */
  readonly repeatedBy = input.required<number>();
  readonly removed = output<string>();

  protected readonly asks = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly reasons = computed(() => {
    const [uses, repeatedBy] = [this.source().uses, this.repeatedBy()];
    return this.i18n.list([
      ...(uses ? [this.t('usedBy', { count: uses })] : []),
      ...(repeatedBy ? [this.t('repeatedBy', { count: repeatedBy })] : []),
    ]);
  });

  protected ask(): void {
    if (!this.reasons()) this.asks.set(true);
  }

  protected async remove(): Promise<void> {
    const { id, name, etag } = this.source();
    try {
      await this.api.call(routes.retireSource, { params: { id }, ifMatch: etag });
      this.removed.emit(name);
    } catch (error) {
      this.failure.set(error);
      this.asks.set(false);
    }
  }
}
