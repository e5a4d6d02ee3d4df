import { Component, computed, inject, viewChild } from '@angular/core';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { Session } from '../shell/session';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { NotificationChoices } from '../notifications';
import { NewPasswordForm } from '../sign-in';
import { messages } from './messages';
import { SessionList } from './session-list';
import { TokenList } from './token-list';

/** What is one's own: the password, sessions, and tokens for programs. */
@Component({
  selector: 'app-account-page',
  imports: [NewPasswordForm, NotificationChoices, SessionList, TokenList],
  template: `
    <div class="page">
      <header>
        <div class="stack">
          <h1>{{ t('title') }}</h1>
          <p class="lead">{{ who() }}</p>
        </div>
      </header>
      <section>
        <h2>{{ t('password') }}</h2>
        <app-new-password-form [currentLabel]="t('current')" (done)="passwordChanged()" />
      </section>
      <section><app-notification-choices /></section>
      <section><app-session-list /></section>
      <section><app-token-list /></section>
    </div>
  `,
  styles: `
    section {
      display: grid;
      gap: 16px;
      padding: 26px 0 34px;
      border-top: 1px solid var(--line);
    }
    app-new-password-form {
      display: block;
      max-width: 400px;
    }
  `,
})
export class AccountPage {
  private readonly i18n = inject(I18n);
  private readonly session = inject(Session);
  private readonly term = this.i18n.of(terms);
  private readonly toasts = inject(Toasts);
  protected readonly t = this.i18n.of(messages);

  protected readonly who = computed(() => {
    const current = this.session.current();
    const roles = current?.roles.map((role) => this.term(`role.${role}`).toLocaleLowerCase()) ?? [];
    return (
      current &&
      this.t('who', { email: current.account.email, roles: this.i18n.list(roles), newsroom: current.newsroom.name })
    );
  });

  private readonly sessionList = viewChild.required(SessionList);

  constructor() {
    pageTitle(() => this.t('title'));
  }

  protected passwordChanged(): void {
    this.toasts.say(this.t('passwordChanged'));
    this.sessionList().reload();
  }
}
