import { Component, inject, input } from '@angular/core';
import type { StepView } from '@belegg/contract';
import { RelativeTime } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';

/** What people did and said about a claim, from first to last. */
@Component({
  selector: 'app-conversation',
  imports: [RelativeTime],
  templateUrl: './conversation.html',
  styles: `
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
      display: grid;
      gap: 8px;
    }
    b {
      color: var(--ink);
      font-weight: 650;
    }
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class Conversation {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  readonly steps = input.required<readonly StepView[]>();
}
