import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { PageFocus } from '../page-focus';
import { messages } from '../messages';
import { Placing } from '../placing';

/**
 * After the text was changed under an annotation: a person has to say where it stands, before it can be edited or
 * approved.
 */
@Component({
  selector: 'app-place-note',
  template: `
    <div class="note small">
      <p>{{ text() }}</p>
      @if (mayPlace()) {
        <p>{{ t('placeByHand') }}</p>
        @if (isSuggested()) {
          <button type="button" class="btn" (click)="placing.accept(annotation())">{{ t('acceptPlace') }}</button>
        }
      }
    </div>
  `,
  styles: `
    div {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
  `,
})
export class PlaceNote {
  private readonly pageFocus = inject(PageFocus);
  protected readonly placing = inject(Placing);
  protected readonly t = inject(I18n).of(messages);
  readonly annotation = input.required<AnnotationView>();

  protected readonly isSuggested = computed(() => this.annotation().anchor.outcome === 'changed');
  protected readonly mayPlace = computed(() => !this.pageFocus.refusal(this.annotation(), 'edit'));
  protected readonly text = computed(() => {
    const { outcome, score = 0 } = this.annotation().anchor;
    return outcome === 'changed' ? this.t('placeChanged', { percent: Math.round(score * 100) }) : this.t('placeLost');
  });
}
