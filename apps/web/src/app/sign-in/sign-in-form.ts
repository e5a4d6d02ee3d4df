import { Component, inject, input, output, signal } from '@angular/core';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { messages } from './messages';

/**
 * Asks who one is. Used by the page and by the dialog that renews a session. Without a form library: it is the first
 * page.
 */
@Component({
  selector: 'app-sign-in-form',
  imports: [Control, Field, ProblemView],
  templateUrl: './sign-in-form.html',
})
export class SignInForm {
  private readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  /** Who signs in again. */
  readonly email = input('');
  readonly done = output();

  protected readonly busy = signal(false);
  protected readonly missing = signal({ email: false, password: false });
  protected readonly failure = signal<unknown>(undefined);

  protected async signIn(event: Event, email: HTMLInputElement, password: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const missing = { email: !email.value.trim(), password: !password.value };
    this.missing.set(missing);
    if (missing.email || missing.password) return (missing.email ? email : password).focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(undefined);
    try {
      await this.session.signIn({ email: email.value, password: password.value });
      this.done.emit();
    } catch (error) {
      this.failure.set(error);
      password.focus();
    } finally {
      this.busy.set(false);
    }
  }
}
