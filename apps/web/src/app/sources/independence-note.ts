import { Component, computed, inject, input } from '@angular/core';
import { I18n } from '../shell/i18n';
import { messages } from './cited-messages';
import { Sources, type CitedAs } from './sources';

/** How many sources support the claim, and how many of them go back to nobody else: "2 støtter, 1 uavhengig." */
@Component({
  selector: 'app-independence-note',
  template: `@if (found().supporting > 0) {
    <p class="note small">
      <b
        >{{ t('supporting', { count: found().supporting }) }},
        {{ t('independent', { count: found().independent }) }}.</b
      >
      {{ shared() }}
    </p>
  }`,
})
export class IndependenceNote {
  private readonly i18n = inject(I18n);
  private readonly sources = inject(Sources);
  protected readonly t = this.i18n.of(messages);
  readonly citations = input.required<readonly CitedAs[]>();

  protected readonly found = computed(() => this.sources.independence(this.citations()));
  /** Which origins stand behind more than one of them. */
  protected readonly shared = computed(() => {
    const names = this.found()
      .origins.filter(({ sources }) => sources > 1)
      .flatMap(({ originId }) => this.sources.name(originId) ?? []);
    return names.length > 0 ? this.t('sameOrigin', { names: this.i18n.list(names) }) : '';
  });
}
