import { Component, inject, output } from '@angular/core';
import { Avatar } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { Presence } from './presence';

/** Who else has the article open, over its text; each name leads to where they are. */
@Component({
  selector: 'app-present-people',
  imports: [Avatar],
  template: `
    @if (presence.others(); as others) {
      @if (others.length) {
        <ul [attr.aria-label]="t('here')">
          @for (one of others; track one.person.id) {
            <li>
              <ui-avatar aria-hidden="true" [name]="one.person.name" />
              @if (one.sentence !== undefined) {
                <button
                  type="button"
                  class="link"
                  [attr.title]="t('goTo', { name: one.person.name, number: one.sentence + 1 })"
                  (click)="gone.emit(one.sentence)"
                >
                  {{ t('atSentence', { name: one.person.name, number: one.sentence + 1 }) }}
                </button>
              } @else {
                {{ one.person.name }}
              }
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 16px;
      list-style: none;
      margin: 14px 0 0;
      padding: 0;
      font: 14px/1.4 var(--sans);
      color: var(--ink-2);
    }
    li {
      display: flex;
      gap: 6px;
      align-items: center;
      min-width: 0;
    }
  `,
})
export class PresentPeople {
  protected readonly presence = inject(Presence);
  protected readonly t = inject(I18n).of(messages);
  /** Asked to go to a sentence, by its index. */
  readonly gone = output<number>();
}
