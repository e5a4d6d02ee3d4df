import { Component, inject, model } from '@angular/core';
import { profiles, type Profile } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** For whom a report is made, with what that leaves out. */
@Component({
  selector: 'app-profile-choice',
  templateUrl: './profile-choice.html',
  styles: `
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      margin-top: 4px;
    }
  `,
})
export class ProfileChoice {
  protected readonly t = inject(I18n).of(messages);
  protected readonly profiles = profiles;
  readonly profile = model.required<Profile>();
}
