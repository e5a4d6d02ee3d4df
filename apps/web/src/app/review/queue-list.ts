import { Component, inject, output } from '@angular/core';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { idOf } from './queue-entry';
import { QueueItem } from './queue-item';
import { ReviewQueue } from './review-queue';

/** What waits, by article: what one may decide on first. */
@Component({
  selector: 'app-queue-list',
  imports: [QueueItem],
  template: `
    @for (group of queue.grouped().mine; track group.article.id) {
      <h2>
        <span>{{ group.article.title }}</span><span>{{ group.items.length }}</span>
      </h2>
      @for (item of group.items; track idOf(item)) {
        <app-queue-item [item]="item" (click)="opened.emit()" />
      }
    }
    @if (queue.grouped().others.length) {
      <h2 class="apart">{{ t('forOthers') }}</h2>
      @for (group of queue.grouped().others; track group.article.id) {
        <h3>
          <span>{{ group.article.title }}</span><span>{{ group.items.length }}</span>
        </h3>
        @for (item of group.items; track idOf(item)) {
          <app-queue-item [item]="item" (click)="opened.emit()" />
        }
      }
    }
    @if (queue.hasMore()) {
      <button type="button" class="btn" (click)="queue.more()">{{ t('more') }}</button>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 8px 0 24px;
    }
    h2,
    h3 {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      margin: 14px 20px 8px;
      font: 600 13px/1.3 var(--sans);
      color: var(--ink-2);
    }
    .apart {
      margin-top: 28px;
      padding-top: 18px;
      border-top: 1px solid var(--line);
      color: var(--ink-3);
    }
    .apart:first-child {
      margin-top: 14px;
      padding-top: 0;
      border: 0;
    }
    h3 {
      font-weight: 400;
    }
    .btn {
      margin: 16px 20px 0;
    }
  `,
})
export class QueueList {
  protected readonly t = inject(I18n).of(messages);
  protected readonly queue = inject(ReviewQueue);
  protected readonly idOf = idOf;
  /** One was chosen by hand. */
  readonly opened = output();
}
