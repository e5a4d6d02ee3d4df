import { Component, inject } from '@angular/core';
import { I18n } from './i18n';
import { messages } from './messages';
import { type Toast, Toasts } from './toasts';

/** The messages of the moment. A screen reader hears them from the announcer. */
@Component({
  selector: 'app-toasts',
  host: {
    '[attr.role]': "toasts.all().length ? 'region' : null",
    '[attr.aria-label]': "toasts.all().length ? t('notifications') : null",
  },
  template: `
    @for (toast of toasts.all(); track toast) {
      <div class="toast">
        <span>{{ toast.text }}</span>
        @if (toast.action; as action) {
          <button type="button" (click)="answer(toast)">{{ action.label }}</button>
        }
        <button type="button" [attr.aria-label]="t('dismiss')" (click)="toasts.dismiss(toast)">✕</button>
      </div>
    }
  `,
  styles: `
    :host {
      position: fixed;
      z-index: 20;
      /* Under the bar, at the side of the cards: not on the text, nor on the buttons at the foot of a card. */
      right: 20px;
      top: calc(var(--bar-height) + 12px);
      display: grid;
      gap: 8px;
      justify-items: end;
      width: max-content;
      max-width: min(480px, calc(100vw - 40px));
    }
    .toast {
      display: flex;
      gap: 14px;
      align-items: center;
      padding: 6px 8px 6px 18px;
      border-radius: 22px;
      background: var(--ink);
      color: var(--paper);
      font-weight: 600;
      box-shadow: var(--shadow);
    }
    button {
      min-width: 28px;
      min-height: 28px;
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:first-of-type:not(:last-of-type) {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
  `,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).of(messages);

  protected answer(toast: Toast): void {
    toast.action?.run();
    this.toasts.dismiss(toast);
  }
}
