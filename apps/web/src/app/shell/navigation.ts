import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { I18n } from './i18n';
import { messages } from './messages';
import { Session } from './session';
import { Unread } from './unread';
import { Waiting } from './waiting';

/** The way to the rooms that the signed-in person may enter, with what waits for them. */
@Component({
  selector: 'app-navigation',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('navigation')">
      <a
        routerLink="/"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="{ exact: true }"
        >{{ t('articles') }}</a
      >
      <a routerLink="/review" routerLinkActive="here" ariaCurrentWhenActive="page"
        >{{ t('reviews') }}
        @if (waiting.count(); as count) {
          <span class="count" aria-hidden="true">{{ count }}</span><span class="visually-hidden"
            >, {{ t('reviewsWaiting', { count }) }}</span
          >
        }
      </a>
      <a routerLink="/sources" routerLinkActive="here" ariaCurrentWhenActive="page">{{ t('sources') }}</a>
      <a routerLink="/search" routerLinkActive="here" ariaCurrentWhenActive="page">{{ t('search') }}</a>
      <a routerLink="/notifications" routerLinkActive="here" ariaCurrentWhenActive="page"
        >{{ t('told') }}
        @if (unread.count(); as count) {
          <span class="count" aria-hidden="true">{{ count }}</span><span class="visually-hidden"
            >, {{ t('toldUnread', { count }) }}</span
          >
        }
      </a>
      @if (session.can('manage')) {
        <a routerLink="/admin/members" routerLinkActive="here" ariaCurrentWhenActive="page">{{ t('members') }}</a>
        <a routerLink="/settings" routerLinkActive="here" ariaCurrentWhenActive="page">{{ t('settings') }}</a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 4px;
    }
    a {
      padding: 6px 9px;
      border-radius: var(--r);
      color: var(--ink-2);
      text-decoration: none;
      white-space: nowrap;
      position: relative;
    }
    a:hover {
      color: var(--ink);
      background: var(--sunk);
    }
    .here {
      color: var(--ink);
      font-weight: 600;
    }
    .here::after {
      content: '';
      position: absolute;
      inset: auto 9px 0;
      height: 2px;
      background: var(--accent);
    }
    .count {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      color: var(--accent);
    }
    :host(.column) nav {
      flex-direction: column;
    }
    :host(.column) a {
      padding-block: 10px;
    }
    :host(.column) .here::after {
      inset: 8px auto 8px 0;
      width: 2px;
      height: auto;
    }
  `,
})
export class Navigation {
  protected readonly t = inject(I18n).of(messages);
  protected readonly session = inject(Session);
  protected readonly unread = inject(Unread);
  protected readonly waiting = inject(Waiting);
}
