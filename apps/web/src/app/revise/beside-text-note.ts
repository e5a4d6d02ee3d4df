import { Component, computed, inject, input } from '@angular/core';
import type { BesideText } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** What a file says of the article and its annotations, which a new text does not change. */
@Component({
  selector: 'app-beside-text-note',
  template: `
    @if (beside().annotations; as annotations) {
      @if (annotations.length) {
        <div class="note">
          {{ t('besideAnnotations', { count: annotations.length }) }}
          <ul>
            @for (annotation of annotations; track $index) {
              <li>{{ annotation.exact }}</li>
            }
          </ul>
        </div>
      }
    }
    @if (facts(); as facts) {
      <p class="note">{{ t('besideFacts', { facts }) }}</p>
    }
    @if (beside().known; as count) {
      <p class="note">{{ t('besideKnown', { count }) }}</p>
    }
  `,
  styles:
    ':host { display: contents; } ul { margin: 4px 0 0; padding-left: 18px; max-height: 120px; overflow-y: auto; }',
})
export class BesideTextNote {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly beside = input.required<BesideText>();
  protected readonly facts = computed(() => {
    const { author, date } = this.beside();
    return this.i18n.list([
      ...(author ? [this.t('besideAuthor', { author })] : []),
      ...(date ? [this.t('besideDate', { date })] : []),
    ]);
  });
}
