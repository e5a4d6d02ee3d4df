import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
import { Control, Field } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { messages } from './messages';

/** Where somebody who forgot their password has a link sent. It says the same whether the address is known or not. */
@Component({
  selector: 'app-forgotten-page',
  imports: [Control, Field, ProblemView, RouterLink],
  template: `
    <main class="sign-in">
      <p class="name">Belegg</p>
      <h1>{{ t('forgottenTitle') }}</h1>
      @if (sentTo(); as address) {
        <p role="status">{{ t('forgottenSent', { address }) }}</p>
      } @else {
        <p class="lead">{{ t('forgottenLead') }}</p>
        <form class="stack" novalidate (submit)="ask($event, address)">
          <app-problem [error]="failure()" />
          <ui-field [label]="t('email')" [error]="isMissing() ? t('needed') : undefined">
            <input #address uiControl type="email" name="email" autocomplete="username" />
          </ui-field>
          <div class="row">
            <button type="submit" class="btn primary">{{ t('forgottenSend') }}</button>
          </div>
        </form>
      }
      <p>
        <a routerLink="/sign-in">{{ t('toSignIn') }}</a>
      </p>
    </main>
  `,
  styleUrl: './sign-in.css',
})
export class ForgottenPage {
  private readonly api = inject(Api);
  protected readonly t = inject(I18n).of(messages);
  protected readonly isMissing = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly sentTo = signal<string | undefined>(undefined);

  constructor() {
    pageTitle(() => this.t('forgottenTitle'));
  }

  protected async ask(event: Event, address: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const email = address.value.trim();
    this.isMissing.set(email === '');
    if (email === '') return address.focus();
    this.failure.set(undefined);
    try {
      await this.api.call(routes.forgetPassword, { body: { email } });
      this.sentTo.set(email);
    } catch (error) {
      this.failure.set(error);
    }
  }
}
