import { DialogRef } from '@angular/cdk/dialog';
import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { email, form, FormField, required, submit } from '@angular/forms/signals';
import { type MemberWithPassword, routes } from '@belegg/contract';
import type { Role } from '@belegg/domain';
import { Control, DialogFrame, Field } from '@belegg/ui';
import { Api } from '../shell/api';
import { fieldError } from '../shell/field-error';
import { I18n } from '../shell/i18n';
import { problemAt, ProblemView } from '../shell/problem-view';
import { Secret } from '../shell/secret';
import { messages } from './messages';
import { RoleChoice } from './role-choice';

/** Adds somebody, and shows their one-time password once. Closes with the person who was added. */
@Component({
  selector: 'app-add-member-dialog',
  imports: [Control, DialogFrame, Field, FormField, ProblemView, RoleChoice, Secret],
  templateUrl: './add-member-dialog.html',
})
export class AddMemberDialog {
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly ref = inject<DialogRef<MemberWithPassword>>(DialogRef);
  protected readonly t = inject(I18n).of(messages);

  private readonly person = signal({ name: '', email: '' });
  protected readonly form = form(this.person, (path) => {
    required(path.name, { message: () => this.t('needed') });
    required(path.email, { message: () => this.t('needed') });
    email(path.email, { message: () => this.t('emailWrong') });
  });
  protected readonly roles = signal<readonly Role[]>(['editor']);
  protected readonly rolesError = computed(() => (this.roles().length ? undefined : this.t('rolesNeeded')));
  protected readonly failure = signal<unknown>(undefined);
  protected readonly added = signal<MemberWithPassword | undefined>(undefined);
  protected readonly fieldError = fieldError;
  protected readonly problemAt = problemAt;

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.form, async () => {
      if (this.rolesError()) return;
      this.failure.set(undefined);
      try {
        this.added.set(await this.api.call(routes.addMember, { body: { ...this.person(), roles: [...this.roles()] } }));
        // A stray Escape must not lose the password that is shown once.
        this.ref.disableClose = true;
        afterNextRender(
          { read: () => this.host.querySelector<HTMLElement>('.btn.primary')?.focus() },
          { injector: this.injector },
        );
      } catch (error) {
        this.failure.set(error);
      }
    });
  }
}
