import { Component, input } from '@angular/core';
import { ReviseView } from './revise-view';

/**
 * The page of a new text for an article. Another article is another desk: what was typed for one never lands on the
 * other.
 */
@Component({
  selector: 'app-revise-page',
  imports: [ReviseView],
  template: `@for (article of [id()]; track article) {
    <app-revise-view [id]="article" />
  }`,
})
export class RevisePage {
  readonly id = input.required<string>();
}
