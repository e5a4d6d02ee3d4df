import { Component, input } from '@angular/core';
import type { Judgement } from '@belegg/domain';

/**
 * A verdict, or that the question is open, in words, with its hue and glyph: `<ui-verdict verdict="denied"
 * label="Avkreftet" />`.
 */
@Component({
  selector: 'ui-verdict',
  template: `<span class="verdict" [class]="verdict() ?? 'question'">{{ label() }}</span>`,
})
export class VerdictBadge {
  readonly verdict = input.required<Judgement | undefined>();
  readonly label = input.required<string>();
}
