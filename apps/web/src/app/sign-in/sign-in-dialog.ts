import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import type { SessionView } from '@belegg/contract';
import { DialogFrame } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { SignInForm } from './sign-in-form';

/** Renews an ended session over the page. Closes with whether somebody signed in. */
@Component({
  selector: 'app-sign-in-dialog',
  imports: [DialogFrame, SignInForm],
  template: `
    <ui-dialog [heading]="t('again')" [closeLabel]="t('close')">
      <p>{{ t('againLead') }}</p>
      <app-sign-in-form [email]="account?.email ?? ''" (done)="ref.close(true)" />
    </ui-dialog>
  `,
})
export class SignInDialog {
  protected readonly t = inject(I18n).of(messages);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly account = inject<SessionView['account'] | null>(DIALOG_DATA, { optional: true });
}
