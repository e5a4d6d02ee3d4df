import { Component, computed, inject } from '@angular/core';
import { I18n } from '../shell/i18n';
import { Shortcuts } from '../shell/shortcuts';
import { messages } from './messages';
import { Talk } from './talk';
import { Threads } from './threads';

/** Shows the conversations of an article, and says how many wait. */
@Component({
  selector: 'app-talk-button',
  template: `
    <button type="button" class="link" [attr.aria-expanded]="talk.isOpen()" (click)="toggle()">{{ label() }}</button>
    @if (threads.unread(); as count) {
      <b>{{ t('unread', { count }) }}</b>
    }
  `,
  styles: `
    b {
      margin-inline-start: 6px;
      color: var(--accent);
    }
  `,
})
export class TalkButton {
  protected readonly threads = inject(Threads);
  protected readonly talk = inject(Talk);
  protected readonly t = inject(I18n).of(messages);
  protected readonly label = computed(() => {
    const count = this.threads.open().length;
    return count === 0 ? this.t('allButton') : this.t('allButtonOpen', { count });
  });

  constructor() {
    inject(Shortcuts).register({
      keys: 'Shift+c',
      scope: () => this.t('title'),
      description: () => this.t('keyAll'),
      run: () => this.toggle(),
    });
  }

  protected toggle(): void {
    if (this.talk.isOpen()) this.talk.hide();
    else this.talk.show();
  }
}
