import { Directive, effect, inject, Injectable, input, signal, TemplateRef } from '@angular/core';

/** Where in the bar a page puts something: in the middle (title, coverage) or before the account (buttons). */
export type BarSlot = 'middle' | 'actions';

/** What the page of the moment shows in the bar on top. */
@Injectable({ providedIn: 'root' })
export class Bar {
  private readonly filled = signal<Partial<Record<BarSlot, TemplateRef<unknown>>>>({});
  readonly slots = this.filled.asReadonly();

  fill(slot: BarSlot, template: TemplateRef<unknown>): () => void {
    this.filled.update((slots) => ({ ...slots, [slot]: template }));
    return () => this.filled.update((slots) => (slots[slot] === template ? { ...slots, [slot]: undefined } : slots));
  }
}

/** `<ng-template appBar="middle">…</ng-template>` anywhere in a page's template puts its content into the bar. */
@Directive({ selector: 'ng-template[appBar]' })
export class BarContent {
  private readonly bar = inject(Bar);
  private readonly template = inject<TemplateRef<unknown>>(TemplateRef);
  readonly appBar = input.required<BarSlot>();

  constructor() {
    effect((onCleanup) => onCleanup(this.bar.fill(this.appBar(), this.template)));
  }
}
