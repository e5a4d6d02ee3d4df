import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { Control, Field } from '@belegg/ui';
import { fieldError } from '../shell/field-error';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { messages } from './messages';

/** Asks who one is. Used by the page and by the dialog that renews a session. */
@Component({
  selector: 'app-sign-in-form',
  imports: [Control, Field, FormField, ProblemView],
  templateUrl: './sign-in-form.html',
})
export class SignInForm {
  private readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  /** Who signs in again. */
  readonly email = input('');
  readonly done = output();

  protected readonly form = form(linkedSignal(() => ({ email: this.email(), password: '' })), (path) => {
    required(path.email, { message: () => this.t('needed') });
    required(path.password, { message: () => this.t('needed') });
  });
  protected readonly failure = signal<unknown>(undefined);
  protected readonly fieldError = fieldError;

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.form, async () => {
      this.failure.set(undefined);
      try {
        await this.session.signIn(this.form().value());
        this.done.emit();
      } catch (error) {
        this.failure.set(error);
        this.form.password().focusBoundControl();
      }
    });
  }
}
