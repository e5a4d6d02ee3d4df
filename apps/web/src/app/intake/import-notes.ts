import { Component, inject, input, model } from '@angular/core';
import type { ImportedComment, ImportRemark } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** What a file or an address says beside its text, and what becomes of it. */
@Component({
  selector: 'app-import-notes',
  template: `
    @for (remark of remarks(); track $index) {
      <p class="note" role="status">{{ t(remarkKey(remark), { value: remark.value ?? '' }) }}</p>
    }
    @if (drafts()) {
      <div class="note" role="status">
        {{ t('comments', { count: drafts() }) }}
        <label class="check"
          ><input type="checkbox" #create [checked]="createSources()" (change)="createSources.set(create.checked)" />
          {{ t('createSources') }}</label
        >
      </div>
    }
    @if (comments().length) {
      <div class="note">
        {{ t('fileComments', { count: comments().length }) }}
        <ul>
          @for (comment of comments(); track $index) {
            <li>
              <b>{{ comment.author }}</b>: {{ comment.text }}
              @if (comment.answers; as words) {
                ({{ t('commentAnswers', { words }) }})
              } @else {
                @if (comment.exact) {
                  <q>{{ comment.exact }}</q>
                }
                ({{ placeOf(comment) }})
              }
              @if (comment.resolved) {
                · {{ t('commentResolved') }}
              }
              @for (reply of comment.replies; track $index) {
                <br /><b>{{ reply.author }}</b
                >: {{ reply.text }}
              }
            </li>
          }
        </ul>
      </div>
    }
    @if (lost().length) {
      <div class="note">
        {{ t('lostComments', { count: lost().length }) }}
        <ul>
          @for (lost of lost(); track $index) {
            <li>{{ lost.exact }}</li>
          }
        </ul>
      </div>
    }
  `,
  styles:
    ':host { display: contents; } .check { display: flex; } ul { margin: 4px 0 0; padding-left: 18px; max-height: 120px; overflow-y: auto; }',
})
export class ImportNotes {
  protected readonly t = inject(I18n).of(messages);
  readonly remarks = input.required<readonly ImportRemark[]>();
  /** How many annotations of the file become drafts. */
  readonly drafts = input(0);
  readonly comments = input.required<readonly ImportedComment[]>();
  /** The words of those that find no place. */
  readonly lost = input<readonly { readonly exact: string }[]>([]);
  readonly createSources = model(false);
  protected readonly remarkKey = ({ kind }: ImportRemark) => `remark.${kind}` as const;
  protected readonly placeOf = ({ place }: ImportedComment) => this.t(`commentPlace.${place}`);
}
