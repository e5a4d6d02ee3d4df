import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes, type NotificationView } from '@belegg/contract';
import { RelativeTime } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Unread } from '../shell/unread';
import { messages } from './messages';

/** What one was told of, the newest first. */
@Component({
  selector: 'app-notifications-page',
  imports: [ProblemView, RelativeTime, RouterLink],
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.css',
})
export class NotificationsPage {
  private readonly api = inject(Api);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly unread = inject(Unread);
  protected readonly told = pagedOf(routes.listNotifications, () => ({}));
  protected readonly failure = signal<unknown>(undefined);

  constructor() {
    pageTitle(() => this.t('title'));
  }

  protected saysOf({ kind, actor, count = 1 }: NotificationView): string {
    return this.t(`says.${kind}`, { who: actor?.name || this.t('somebody'), count });
  }

  protected linkOf({ kind, article }: NotificationView): readonly string[] {
    if (!article) return ['/notifications'];
    return ['/articles', article.id, ...(kind === 'signOff' ? ['report'] : [])];
  }

  /** What was followed was read. */
  protected follow(one: NotificationView): void {
    if (!one.isRead) void this.mark([one], true);
  }

  /** @param some undefined: all */
  protected async mark(some: readonly NotificationView[] | undefined, isRead: boolean): Promise<void> {
    this.failure.set(undefined);
    try {
      const body = { isRead, ...(some && { ids: some.map(({ id }) => id) }) };
      this.unread.set((await this.api.call(routes.markNotifications, { body })).unread);
    } catch (error) {
      this.failure.set(error);
    }
    this.told.reload();
  }
}
