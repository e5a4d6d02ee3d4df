import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { type Member, routes } from '@belegg/contract';
import type { Role } from '@belegg/domain';
import { DialogFrame } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { messages } from './messages';
import { RoleChoice } from './role-choice';

/** Changes what somebody may do. Closes with the person as they are now. */
@Component({
  selector: 'app-roles-dialog',
  imports: [DialogFrame, ProblemView, RoleChoice],
  template: `
    <ui-dialog [heading]="t('changeRolesOf', { name: member.name })" [closeLabel]="t('close')">
      <app-problem [error]="failure()" />
      <app-role-choice [(held)]="roles" [error]="error()" />
      <button dialogActions type="button" class="btn primary" (click)="save()">{{ t('save') }}</button>
    </ui-dialog>
  `,
})
export class RolesDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<Member>>(DialogRef);
  protected readonly t = inject(I18n).of(messages);
  protected readonly member = inject<Member>(DIALOG_DATA);
  protected readonly roles = signal<readonly Role[]>(this.member.roles);
  protected readonly error = computed(() => (this.roles().length ? undefined : this.t('rolesNeeded')));
  protected readonly failure = signal<unknown>(undefined);

  protected async save(): Promise<void> {
    if (this.error()) return;
    this.failure.set(undefined);
    try {
      this.ref.close(
        await this.api.call(routes.changeMember, {
          params: { id: this.member.id },
          body: { roles: [...this.roles()] },
        }),
      );
    } catch (error) {
      this.failure.set(error);
    }
  }
}
