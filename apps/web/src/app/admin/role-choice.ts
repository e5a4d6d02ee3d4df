import { Component, inject, input, model } from '@angular/core';
import { type Role, roles } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';

/** Which roles somebody has: any that combine, with what each may do. */
@Component({
  selector: 'app-role-choice',
  templateUrl: './role-choice.html',
  styles: `
    fieldset {
      display: grid;
      gap: 4px;
    }
    legend {
      margin-bottom: 4px;
    }
    .error {
      color: var(--denied);
      font-size: 14px;
    }
  `,
})
export class RoleChoice {
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly roles = roles;
  readonly held = model.required<readonly Role[]>();
  readonly error = input<string>();

  protected toggle(role: Role): void {
    this.held.update((held) =>
      held.includes(role)
        ? held.filter((one) => one !== role)
        : roles.filter((one) => one === role || held.includes(one)),
    );
  }
}
