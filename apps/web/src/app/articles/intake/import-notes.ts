import { Component, computed, inject } from '@angular/core';
import type { ImportRemark } from '@belegg/contract';
import type { ImportedComment } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { Arrival } from './arrival';
import { messages } from './messages';

/** The comments that come along with a file or an address. */
@Component({
  selector: 'app-import-notes',
  template: `
    @if (found(); as found) {
      @for (remark of found.remarks; track $index) {
        <p class="note" role="status">{{ t(remarkKey(remark), { value: remark.value ?? '' }) }}</p>
      }
      @if (found.annotations) {
        <div class="note" role="status">
          {{ t('comments', { count: found.annotations }) }}
          <label class="check"
            ><input
              type="checkbox"
              #create
              [checked]="arrival.createSources()"
              (change)="arrival.createSources.set(create.checked)"
            />
            {{ t('createSources') }}</label
          >
        </div>
      }
      @if (found.comments.length) {
        <div class="note">
          {{ t('fileComments', { count: found.comments.length }) }}
          <ul>
            @for (comment of found.comments; track $index) {
              <li>
                {{ comment.author }}: {{ comment.text }}
                @if (comment.exact) {
                  <q>{{ comment.exact }}</q>
                }
                ({{ placeOf(comment) }})
              </li>
            }
          </ul>
        </div>
      }
      @if (found.notFound.length) {
        <div class="note">
          {{ t('lostComments', { count: found.notFound.length }) }}
          <ul>
            @for (lost of found.notFound; track $index) {
              <li>{{ lost.exact }}</li>
            }
          </ul>
        </div>
      }
    }
  `,
  styles:
    ':host { display: contents; } .check { display: flex; } ul { margin: 4px 0 0; padding-left: 18px; max-height: 120px; overflow-y: auto; }',
})
export class ImportNotes {
  protected readonly t = inject(I18n).of(messages);
  protected readonly arrival = inject(Arrival);
  protected readonly remarkKey = ({ kind }: ImportRemark) => `remark.${kind}` as const;
  protected readonly placeOf = ({ place }: ImportedComment) => this.t(`commentPlace.${place}`);
  protected readonly found = computed(() =>
    this.arrival.previewed.hasValue() ? this.arrival.previewed.value() : undefined,
  );
}
