import { Component, input } from '@angular/core';

/** What stands where nothing is yet: a heading, a sentence that teaches what belongs here, and what to do about it. */
@Component({
  selector: 'ui-empty',
  template: `@if (level() === 1) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2>{{ heading() }}</h2>
    }
    <p><ng-content /></p>
    <div class="row"><ng-content select="[action]" /></div>`,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: center;
      text-align: center;
      padding: 72px 16px;
    }
    p {
      max-width: 52ch;
      color: var(--ink-2);
      font: 400 18px/1.5 var(--serif);
    }
  `,
})
export class Empty {
  readonly heading = input.required<string>();
  /** 1 where it is all that the page has. */
  readonly level = input<1 | 2>(2);
}
