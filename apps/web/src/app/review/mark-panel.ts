import { Component, computed, inject, input, output } from '@angular/core';
import type { ReviewMark } from '@belegg/contract';
import { Kbd, RelativeTime } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { terms } from '../shell/terms';
import { Deciding, type Decided } from './deciding';
import { messages } from './messages';

/** Why a sentence is to need no check, who says so, and the decision on it. */
@Component({
  selector: 'app-mark-panel',
  imports: [Kbd, ProblemView, RelativeTime],
  templateUrl: './mark-panel.html',
  styleUrl: './review-panel.css',
  host: { role: 'complementary', '[attr.aria-label]': "t('mark')" },
})
export class MarkPanel {
  protected readonly i18n = inject(I18n);
  protected readonly deciding = inject(Deciding);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);

  readonly mark = input.required<ReviewMark>();
  readonly decided = output<Decided>();

  protected readonly reason = computed(() => {
    const { reason, note } = this.mark();
    return note || (reason && this.term(`reason.${reason}`)) || '';
  });

  async approve(): Promise<void> {
    await this.decide('approve');
  }

  /** Nothing has to be said to it: the sentence is to be checked after all. */
  beginReturn(): void {
    void this.decide('return');
  }

  cancelReturn(): boolean {
    return false;
  }

  private async decide(decision: 'approve' | 'return'): Promise<void> {
    const done = await this.deciding.decideMark(decision);
    if (done) this.decided.emit(done);
  }
}
