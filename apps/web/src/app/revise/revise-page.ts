import { Component, input } from '@angular/core';
import { ReviseDesk } from './revise-desk';

/** The page of a new text for an article. Another article is another desk: what was typed for one never lands on the other. */
@Component({
  selector: 'app-revise-page',
  imports: [ReviseDesk],
  template: `@for (article of [id()]; track article) {
    <app-revise-desk [id]="article" />
  }`,
})
export class RevisePage {
  readonly id = input.required<string>();
}
