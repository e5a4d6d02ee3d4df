import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { NewPasswordForm } from './new-password-form';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { pathBack } from './path-back';
import { messages } from './messages';

/** Where a one-time password becomes one's own, before anything else is to be had. */
@Component({
  selector: 'app-new-password-page',
  imports: [NewPasswordForm],
  template: `
    <main class="sign-in">
      <p class="name">Belegg</p>
      <p class="lead">{{ t('newPasswordLead') }}</p>
      <h1>{{ t('newPassword') }}</h1>
      <app-new-password-form [currentLabel]="t('current')" (done)="enter()" />
    </main>
  `,
  styleUrl: './sign-in.css',
})
export class NewPasswordPage {
  private readonly router = inject(Router);
  protected readonly t = inject(I18n).of(messages);
  readonly back = input<string>();

  constructor() {
    pageTitle(() => this.t('newPassword'));
  }

  protected async enter(): Promise<void> {
    await this.router.navigateByUrl(pathBack(this.back()));
  }
}
