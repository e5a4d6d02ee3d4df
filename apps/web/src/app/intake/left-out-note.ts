import { Component, computed, inject, input } from '@angular/core';
import type { DroppedPart } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** What the intake left out of a text, with the first words of it. */
@Component({
  selector: 'app-left-out-note',
  template: `
    @if (kinds(); as kinds) {
      <p class="note">{{ t('dropped', { kinds }) }}</p>
    }
  `,
  styles: ':host { display: contents; }',
})
export class LeftOutNote {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly parts = input.required<readonly DroppedPart[]>();
  protected readonly kinds = computed(() =>
    this.i18n.list(this.parts().map(({ kind, sample }) => this.t(`dropped.${kind}`) + (sample ? ` (${sample})` : ''))),
  );
}
