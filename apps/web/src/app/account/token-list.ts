import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, min, required, submit } from '@angular/forms/signals';
import { routes, type Token } from '@belegg/contract';
import { type Scope, scopes } from '@belegg/domain';
import { Control, Field, RelativeTime } from '@belegg/ui';
import { Api } from '../shell/api';
import { fieldError } from '../shell/field-error';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { problemAt, ProblemView } from '../shell/problem-view';
import { Secret } from '../shell/secret';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';

/** One's tokens for programs: to see, make and revoke. */
@Component({
  selector: 'app-token-list',
  imports: [Control, Field, FormField, ProblemView, RelativeTime, Secret],
  templateUrl: './token-list.html',
  styleUrls: ['./own-list.css', './token-list.css'],
})
export class TokenList {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly tokens = pagedOf(routes.listTokens, () => ({}));

  private readonly wanted = signal({ name: '', days: 90 });
  protected readonly form = form(this.wanted, (path) => {
    required(path.name, { message: () => this.t('needed') });
    min(path.days, 1, { message: () => this.t('daysRange') });
    max(path.days, 366, { message: () => this.t('daysRange') });
  });
  protected readonly scopes = scopes;
  protected readonly chosen = signal<readonly Scope[]>(['read']);
  protected readonly secret = signal<string | undefined>(undefined);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly fieldError = fieldError;
  protected readonly problemAt = problemAt;

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.form, () =>
      this.attempt(async () => {
        const { secret } = await this.api.call(routes.createToken, {
          body: { ...this.wanted(), scopes: [...this.chosen()] },
        });
        this.secret.set(secret);
        this.form().reset({ name: '', days: 90 });
      }),
    );
  }

  protected toggle(scope: Scope): void {
    this.chosen.update((chosen) => scopes.filter((one) => (one === scope) !== chosen.includes(one)));
  }

  protected async revoke({ id, name }: Token): Promise<void> {
    await this.attempt(async () => {
      await this.api.call(routes.revokeToken, { params: { id } });
      this.toasts.say(this.t('revoked', { name }));
    });
  }

  private async attempt(act: () => Promise<void>): Promise<undefined> {
    this.failure.set(undefined);
    try {
      await act();
      this.tokens.reload();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
