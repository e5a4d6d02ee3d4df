import { Component, computed, inject, input } from '@angular/core';
import { I18n } from '../../shell/i18n';
import type { Pending } from '../drafts/drafts';
import { messages } from '../messages';

/** Whether what was typed is saved. The wait before sending says nothing new, so it reads as saving. */
@Component({
  selector: 'app-save-note',
  template: `<span role="status">{{ text() && ' · ' + text() }}</span>
    @if (refusal(); as refusal) {
      <p class="refusal" role="alert">{{ refusal }}</p>
    }`,
  styles: `
    .refusal {
      color: var(--denied);
    }
  `,
})
export class SaveNote {
  private readonly t = inject(I18n).of(messages);
  readonly pending = input<Pending>();
  private wasPending = false;

  protected readonly text = computed(() => {
    const state = this.pending()?.state;
    if (state === undefined) return this.wasPending ? this.t('saved') : '';
    this.wasPending = true;
    return this.t(`save_${state}`);
  });
  protected readonly refusal = computed(() => {
    const pending = this.pending();
    return pending?.state === 'refused' ? (pending.error?.message ?? this.t('invalidField')) : undefined;
  });
}
