import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { DialogFrame } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';
import { QuotedWords } from './quoted-words';
import type { SignOffQuestion } from './signing-off';

/** Says what a report will hold before it is frozen. */
@Component({
  selector: 'app-sign-off-dialog',
  imports: [DialogFrame, QuotedWords],
  templateUrl: './sign-off-dialog.html',
  styleUrl: './sign-off-dialog.css',
})
export class SignOffDialog {
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly question = inject<SignOffQuestion>(DIALOG_DATA);
  protected readonly preview = this.question.preview;
  protected readonly coverage = this.preview.coverage;
}
