import { Component, input } from '@angular/core';
import type { Verdict } from '@belegg/domain';

/** A verdict in words, with its hue and glyph: `<ui-verdict verdict="denied" label="Avkreftet" />`. */
@Component({
  selector: 'ui-verdict',
  template: `<span class="verdict" [class]="verdict()">{{ label() }}</span>`,
})
export class VerdictBadge {
  readonly verdict = input.required<Verdict>();
  readonly label = input.required<string>();
}
