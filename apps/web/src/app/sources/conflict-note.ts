import { Component, inject, input, output } from '@angular/core';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** Says, under a field that two people changed, what the other wrote, to be taken up or left. */
@Component({
  selector: 'app-conflict-note',
  template: `@if (theirs(); as value) {
    <p class="note small">
      {{ t('bothChanged', { value }) }}
      <button type="button" class="link" (click)="taken.emit()">{{ t('useTheirs') }}</button>
    </p>
  }`,
  host: { '[hidden]': '!theirs()' },
  styles: `
    :host {
      display: block;
      margin-top: -8px;
    }
    :host([hidden]) {
      display: none;
    }
  `,
})
export class ConflictNote {
  protected readonly t = inject(I18n).of(messages);
  /** What they wrote; undefined without a conflict. */
  readonly theirs = input.required<string | undefined>();
  readonly taken = output();
}
