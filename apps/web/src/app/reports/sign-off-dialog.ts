import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { DialogFrame } from '@belegg/ui';
import type { SignedContent } from './ask-to-sign-off';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** Says what a report will hold before it is frozen. */
@Component({
  selector: 'app-sign-off-dialog',
  imports: [DialogFrame],
  template: `<ui-dialog [heading]="t('signOffAsk', { title: content.title })" [closeLabel]="t('close')">
    <p>{{ t('signOffApproved', { count: content.approved }) }}</p>
    @if (content.inPart) {
      <p>{{ t('signOffInPart', { count: content.inPart }) }}</p>
    }
    @if (content.notCheckable) {
      <p>{{ t('signOffNotCheckable', { count: content.notCheckable }) }}</p>
    }
    <p class="muted">{{ t('signOffFrozen') }}</p>
    <button dialogActions type="button" class="btn quiet" (click)="ref.close(false)">{{ t('cancel') }}</button>
    <button dialogActions type="button" class="btn primary" (click)="ref.close(true)">{{ t('signOffNow') }}</button>
  </ui-dialog>`,
})
export class SignOffDialog {
  protected readonly t = inject(I18n).of(messages);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly content = inject<SignedContent>(DIALOG_DATA);
}
