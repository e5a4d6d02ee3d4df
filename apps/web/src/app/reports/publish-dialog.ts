import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { DialogFrame } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** Asks before a report is made public or taken down, and says what readers see from then on. */
@Component({
  selector: 'app-publish-dialog',
  imports: [DialogFrame],
  template: `
    <ui-dialog [heading]="t(act === 'publish' ? 'publishAsk' : 'unpublishAsk')" [closeLabel]="t('close')">
      @if (act === 'publish') {
        <p>{{ t('publishReaders') }}</p>
        <ul>
          <li>{{ t('publishShows') }}</li>
          <li>{{ t('publishWithholds') }}</li>
          <li>{{ t('publishAddress') }}</li>
        </ul>
      } @else {
        <p>{{ t('unpublishReaders') }}</p>
      }
      <button dialogActions type="button" class="btn quiet" (click)="ref.close(false)">{{ t('cancel') }}</button>
      <button
        dialogActions
        type="button"
        class="btn primary"
        [class.danger]="act === 'unpublish'"
        (click)="ref.close(true)"
      >
        {{ t(act) }}
      </button>
    </ui-dialog>
  `,
  styles: `
    ul {
      margin: 0;
      padding-left: 20px;
      display: grid;
      gap: 6px;
    }
  `,
})
export class PublishDialog {
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly act = inject<'publish' | 'unpublish'>(DIALOG_DATA);
  protected readonly t = inject(I18n).of(messages);
}
