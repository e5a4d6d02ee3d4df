import { Component, computed, inject, input, output } from '@angular/core';
import { judgementOf, verdictOf, type Judgement } from '@belegg/domain';
import { PageFocus } from '../page-focus';
import type { Statement } from '../drafts/statement';
import { CitationList } from './citation-list';
import { RationaleField } from './rationale-field';
import { VerdictChoice } from './verdict-choice';

/** What an annotation says, to be typed. */
@Component({
  selector: 'app-statement-form',
  imports: [CitationList, RationaleField, VerdictChoice],
  template: `
    <app-verdict-choice [judgement]="judgement()" (chosen)="choose($event)" />
    <app-rationale-field
      [rationale]="statement().rationale"
      [takesFocus]="pageFocus.editorTakesFocus()"
      (typed)="typed.emit({ ...statement(), rationale: $event })"
    />
    <app-citation-list
      [citations]="statement().citations"
      [links]="links()"
      (changed)="typed.emit({ ...statement(), citations: $event })"
    />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 14px;
    }
  `,
})
export class StatementForm {
  protected readonly pageFocus = inject(PageFocus);
  readonly statement = input.required<Statement>();
  /** Links that may be citations. */
  readonly links = input<readonly string[]>([]);
  readonly typed = output<Statement>();

  protected readonly judgement = computed(() => judgementOf(this.statement().verdict));

  protected choose(judgement: Judgement): void {
    this.typed.emit({ ...this.statement(), verdict: verdictOf(judgement) });
  }
}
