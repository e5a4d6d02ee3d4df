import { Component, inject, input } from '@angular/core';
import { I18n } from '../../shell/i18n';
import { Markdown } from '../../shell/markdown';
import type { Statement } from '../drafts/statement';
import { messages } from '../messages';
import { CitationView } from '../../sources';

/** What an annotation says, to be read. */
@Component({
  selector: 'app-statement-view',
  imports: [CitationView, Markdown],
  template: `
    @if (statement().rationale) {
      <app-markdown [text]="statement().rationale" />
    } @else {
      <p class="muted">{{ t('noRationale') }}</p>
    }
    @for (citation of statement().citations; track citation.key) {
      <app-citation-view [citation]="citation" />
    } @empty {
      <p class="muted small">{{ t('noSources') }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
  `,
})
export class StatementView {
  protected readonly t = inject(I18n).of(messages);
  readonly statement = input.required<Statement>();
}
