import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { I18n } from '../shell/i18n';
import { LanguageSwitch } from '../shell/language-switch';
import { pageTitle } from '../shell/page-title';
import { Session } from '../shell/session';
import { pathBack } from './path-back';
import { SignInForm } from './sign-in-form';
import { messages } from './messages';

/** The page where a person signs in. */
@Component({
  selector: 'app-sign-in-page',
  imports: [LanguageSwitch, SignInForm],
  template: `
    <main class="sign-in">
      <p class="name">Belegg</p>
      <p class="lead">{{ t('lead') }}</p>
      <h1>{{ t('title') }}</h1>
      <app-sign-in-form (done)="enter()" />
      <p>
        <a href="/forgotten">{{ t('forgotten') }}</a>
      </p>
      <app-language-switch />
    </main>
  `,
  styleUrl: './sign-in.css',
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  /** Where somebody was going when they had to sign in. */
  readonly back = input<string>();

  constructor() {
    pageTitle(() => this.t('title'));
  }

  protected async enter(): Promise<void> {
    const back = pathBack(this.back());
    if (this.session.current()?.mustChangePassword)
      await this.router.navigate(['/password'], { queryParams: { back } });
    else await this.router.navigateByUrl(back);
  }
}
