import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import type { Publish } from '@belegg/contract';
import { Control, DialogFrame, Field } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** What is asked: whether to publish, and how as things stand, or whether to take down. */
export type PublishQuestion =
  | { readonly act: 'publish'; readonly listed: boolean; readonly articleUrl: string; readonly isOut: boolean }
  | { readonly act: 'unpublish' };

/** Asks before a report is made public or taken down, and says what readers see from then on. Closes with how. */
@Component({
  selector: 'app-publish-dialog',
  imports: [Control, DialogFrame, Field],
  templateUrl: './publish-dialog.html',
  styles: `
    ul {
      margin: 0;
      padding-left: 20px;
      display: grid;
      gap: 6px;
    }
    .choice {
      display: flex;
      gap: 10px;
      align-items: baseline;
    }
  `,
})
export class PublishDialog {
  protected readonly ref = inject<DialogRef<Publish | true>>(DialogRef);
  protected readonly question = inject<PublishQuestion>(DIALOG_DATA);
  protected readonly t = inject(I18n).of(messages);
  protected readonly listed = signal(this.question.act === 'publish' && this.question.listed);
  protected readonly articleUrl = signal(this.question.act === 'publish' ? this.question.articleUrl : '');
  protected readonly isValid = computed(() => {
    const address = this.articleUrl().trim();
    return address === '' || /^https?:$/.test(URL.parse(address)?.protocol ?? '');
  });

  protected answer(): void {
    if (this.question.act === 'unpublish') this.ref.close(true);
    else if (this.isValid()) this.ref.close({ listed: this.listed(), articleUrl: this.articleUrl().trim() });
  }
}
