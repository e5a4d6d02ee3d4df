import { Component, inject, signal } from '@angular/core';
import { type Member, type MemberWithPassword, routes } from '@belegg/contract';
import { Avatar } from '@belegg/ui';
import { Api } from '../shell/api';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Secret } from '../shell/secret';
import { Session } from '../shell/session';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';

/** The people of the newsroom, and what they may do. For administrators. */
@Component({
  selector: 'app-members-page',
  imports: [Avatar, ProblemView, Secret],
  templateUrl: './members-page.html',
  styleUrl: './members-page.css',
})
export class MembersPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly i18n = inject(I18n);
  private readonly toasts = inject(Toasts);
  private readonly term = this.i18n.of(terms);
  protected readonly t = this.i18n.of(messages);
  protected readonly session = inject(Session);
  protected readonly members = pagedOf(routes.listMembers, () => ({}));
  protected readonly failure = signal<unknown>(undefined);
  /** The password that was just made, until another is. */
  protected readonly renewed = signal<MemberWithPassword | undefined>(undefined);

  constructor() {
    pageTitle(() => this.t('title'));
  }

  protected rolesOf({ roles }: Member): string {
    return this.i18n.list(roles.map((role) => this.term(`role.${role}`).toLocaleLowerCase()));
  }

  protected async add(): Promise<void> {
    const added = await this.dialogs.open<MemberWithPassword>(() =>
      import('./add-member-dialog').then((m) => m.AddMemberDialog),
    );
    this.members.reload();
    if (added) this.toasts.say(this.t('added', { name: added.name }));
  }

  protected async changeRoles(member: Member): Promise<void> {
    const changed = await this.dialogs.open<Member>(() => import('./roles-dialog').then((m) => m.RolesDialog), member);
    if (!changed) return;
    this.members.reload();
    this.toasts.say(this.t('rolesSaved', { name: member.name }));
  }

  protected async toggle({ id, name, disabled }: Member): Promise<void> {
    await this.attempt(async () => {
      await this.api.call(routes.changeMember, { params: { id }, body: { disabled: !disabled } });
      this.toasts.say(this.t(disabled ? 'isEnabled' : 'isDisabled', { name }));
    });
  }

  protected async renewPassword({ id }: Member): Promise<void> {
    await this.attempt(async () => this.renewed.set(await this.api.call(routes.resetPassword, { params: { id } })));
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.failure.set(undefined);
    try {
      await act();
      this.members.reload();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
