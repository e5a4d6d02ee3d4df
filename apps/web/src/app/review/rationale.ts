import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { DiffPart } from '@belegg/domain';
import { DiffText } from '../reading';
import { I18n } from '../shell/i18n';
import { Markdown } from '../shell/markdown';
import { messages } from './messages';

/** Why the verdict is as it is; where it was changed, with what was changed in it. */
@Component({
  selector: 'app-rationale',
  imports: [DiffText, Markdown],
  template: `
    <div class="head">
      <h2>{{ t('rationale') }}{{ change() ? ', ' + since() : '' }}</h2>
      @if (change() && text()) {
        <button type="button" class="link small" (click)="showsChange.set(!showsChange())">
          {{ t(showsChange() ? 'asItReads' : 'asChanged') }}
        </button>
      }
    </div>
    @if (change(); as parts) {
      @if (showsChange()) {
        <app-diff-text [parts]="parts" />
      } @else {
        <app-markdown [text]="text()" />
      }
    } @else if (text()) {
      <app-markdown [text]="text()" />
    }
    @if (!text()) {
      <p class="muted">{{ t('noRationale') }}</p>
    }
  `,
  styles: `
    .head {
      display: flex;
      justify-content: space-between;
      align-items: baseline;
      gap: 12px;
    }
    .link {
      white-space: nowrap;
    }
  `,
})
export class Rationale {
  protected readonly t = inject(I18n).of(messages);
  readonly text = input.required<string>();
  readonly change = input<readonly DiffPart[]>();
  /** Since when it is changed, in words. */
  readonly since = input('');
  /** Anew for each claim. */
  protected readonly showsChange = linkedSignal({ source: computed(() => this.change()), computation: () => true });
}
