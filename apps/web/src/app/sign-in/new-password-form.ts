import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, minLength, required, submit } from '@angular/forms/signals';
import { Control, Field } from '@belegg/ui';
import { fieldError } from '../shell/field-error';
import { I18n } from '../shell/i18n';
import { problemAt, ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { messages } from './messages';

/** The least that a password needs, as the contract has it. */
const shortest = 10;

/** Changes one's password. Used where a one-time password has to go, and on the account page. */
@Component({
  selector: 'app-new-password-form',
  imports: [Control, Field, FormField, ProblemView],
  templateUrl: './new-password-form.html',
})
export class NewPasswordForm {
  private readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  readonly currentLabel = input.required<string>();
  readonly done = output();

  private readonly values = signal({ current: '', next: '' });
  protected readonly form = form(this.values, (path) => {
    required(path.current, { message: () => this.t('needed') });
    required(path.next, { message: () => this.t('needed') });
    minLength(path.next, shortest, { message: () => this.t('tooShort', { count: shortest }) });
  });
  protected readonly shortest = shortest;
  protected readonly failure = signal<unknown>(undefined);
  protected readonly fieldError = fieldError;
  protected readonly problemAt = problemAt;

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.form, async () => {
      this.failure.set(undefined);
      try {
        await this.session.changePassword(this.values());
        this.form().reset({ current: '', next: '' });
        this.done.emit();
      } catch (error) {
        this.failure.set(error);
      }
    });
  }
}
