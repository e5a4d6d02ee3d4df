import { Component, computed, inject, input } from '@angular/core';
import { VerdictBadge } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms, verdictKey } from '../shell/terms';
import type { Affected } from './compare-texts';
import { messages } from './messages';
import { likenessKey } from './score-words';

/** What becomes of an annotation on the new text, in words. */
@Component({
  selector: 'app-outcome-note',
  imports: [VerdictBadge],
  template: `
    <ui-verdict [verdict]="affected().annotation.verdict" [label]="verdict()" />
    <span>{{ said() }}</span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      font: 14px/1.4 var(--sans);
      color: var(--ink-2);
    }
  `,
})
export class OutcomeNote {
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  readonly affected = input.required<Affected>();

  protected readonly verdict = computed(() => this.term(verdictKey(this.affected().annotation.verdict)));
  protected readonly said = computed(() => {
    const { outcome, score, lapses } = this.affected();
    const where = this.t(`outcome.${outcome}`, { likeness: this.t(likenessKey(score)) });
    return lapses ? `${where} ${this.t('lapses')}` : where;
  });
}
