import { Component, DOCUMENT, inject, input } from '@angular/core';
import { I18n } from './i18n';
import { messages } from './messages';
import { Toasts } from './toasts';

/** A secret that is shown once, to be copied: a one-time password, a token. */
@Component({
  selector: 'app-secret',
  template: `
    <p>
      <b><ng-content /></b>
    </p>
    <div class="row">
      <code tabindex="0">{{ value() }}</code>
      <button type="button" class="btn" (click)="copy()">{{ t('copy') }}</button>
    </div>
  `,
  host: { class: 'note', role: 'status' },
  styles: `
    :host {
      display: grid;
      gap: 8px;
      border: 1px solid var(--line-2);
    }
    code {
      font-size: 16px;
      color: var(--ink);
      user-select: all;
    }
  `,
})
export class Secret {
  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  private readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).of(messages);
  readonly value = input.required<string>();

  protected async copy(): Promise<void> {
    try {
      // Over plain HTTP on another machine there is no clipboard: it can still be selected.
      if (!this.clipboard) throw new Error('no clipboard');
      await this.clipboard.writeText(this.value());
      this.toasts.say(this.t('copied'));
    } catch {
      this.toasts.say(this.t('notCopied'));
    }
  }
}
