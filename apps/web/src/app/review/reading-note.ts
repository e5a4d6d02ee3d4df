import { Component, computed, inject } from '@angular/core';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';
import { Reading } from './reading';

/** Says that what is read has changed or gone since it was opened. */
@Component({
  selector: 'app-reading-note',
  template: `
    <div role="status">
      @if (reading.isGone()) {
        <p class="note">{{ gone() }}</p>
      } @else if (reading.isOutdated()) {
        <p class="note">
          <b>{{ t('changedMeanwhile') }}</b>&ngsp;<button type="button" class="link" (click)="reading.catchUp()">
            {{ t('showChange') }}
          </button>
        </p>
      } @else if (reading.before()) {
        <p class="note">{{ t('lookAgain') }}</p>
      }
    </div>
  `,
  styles: `
    .note {
      margin-bottom: 16px;
    }
  `,
})
export class ReadingNote {
  private readonly i18n = inject(I18n);
  private readonly term = this.i18n.of(terms);
  protected readonly t = this.i18n.of(messages);
  protected readonly reading = inject(Reading);

  protected readonly gone = computed(() => {
    const now = this.reading.outcome();
    if (!now) return this.t('refusal_status');
    const last = now.steps.at(-1);
    const wasActedOn =
      last !== undefined && (now.status === last.kind || (now.status === 'draft' && last.kind === 'withdrawn'));
    return wasActedOn
      ? this.t('goneBy', { name: last.by.name, act: this.term(`event.annotation.${last.kind}`) })
      : this.t('gone', { status: this.term(`status.${now.status}`).toLocaleLowerCase() });
  });
}
