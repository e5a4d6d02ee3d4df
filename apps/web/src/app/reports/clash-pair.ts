import { Component, inject, input } from '@angular/core';
import type { ClashView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';

/** Two claims with different verdicts, beside each other. */
@Component({
  selector: 'app-clash-pair',
  template: `@for (one of pair(); track one.annotationId) {
    <span
      ><q>{{ one.exact }}</q> {{ verdictOf(one) }}</span
    >
  }`,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    }
    span {
      padding-left: 10px;
      border-left: 2px solid var(--line-2);
      overflow-wrap: anywhere;
    }
    q {
      font-family: var(--serif);
    }
  `,
})
export class ClashPair {
  private readonly term = inject(I18n).of(terms);
  readonly pair = input.required<ClashView['pair']>();

  protected verdictOf({ verdict }: ClashView['pair'][number]): string {
    return this.term(`verdict.${verdict}`);
  }
}
