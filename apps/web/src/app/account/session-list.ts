import { Component, inject, signal } from '@angular/core';
import { type BrowserSession, routes } from '@belegg/contract';
import { RelativeTime } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { ProblemView } from '../shell/problem-view';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';

/** The browsers in which one is signed in: to see, and to end. */
@Component({
  selector: 'app-session-list',
  imports: [ProblemView, RelativeTime],
  templateUrl: './session-list.html',
  styleUrl: './own-list.css',
})
export class SessionList {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly sessions = pagedOf(routes.listSessions, () => ({}));
  protected readonly failure = signal<unknown>(undefined);

  /** Shows what there is now. */
  reload(): void {
    this.sessions.reload();
  }

  protected nameOf({ browser }: BrowserSession): string {
    return browser === '' ? this.t('unknownBrowser') : browser;
  }

  protected async end(session: BrowserSession): Promise<void> {
    this.failure.set(undefined);
    try {
      await this.api.call(routes.endSession, { params: { id: session.id } });
      this.toasts.say(this.t('sessionEnded', { name: this.nameOf(session) }));
    } catch (error) {
      this.failure.set(error);
    }
    this.reload();
  }
}
