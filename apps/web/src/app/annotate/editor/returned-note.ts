import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView, StepView } from '@belegg/contract';
import { Control, Field, RelativeTime } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { PageFocus } from '../page-focus';
import { messages } from '../messages';
import { Reviews } from '../reviews';
import { messages as editorMessages } from './messages';

/** What a reviewer asked for, with room for an answer, which goes along when the claim is sent again. */
@Component({
  selector: 'app-returned-note',
  imports: [Control, Field, RelativeTime],
  template: `
    <p>
      <b
        ><bdi>{{ step().by.name }}</bdi></b
      >
      {{ t('step_returned') }} <ui-time class="muted small" [at]="step().at" [locale]="i18n.locale()" />
    </p>
    <p class="comment">{{ step().comment }}</p>
    @if (mayAnswer()) {
      <ui-field [label]="word('answer')">
        <textarea
          uiControl
          #words
          rows="1"
          maxlength="1000"
          [value]="reviews.answer(annotation())"
          (input)="reviews.noteAnswer(annotation(), words.value)"
        ></textarea>
      </ui-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      padding: 10px 12px;
      border-left: 3px solid var(--disputed);
      background: var(--sunk);
      border-radius: var(--r);
    }
    .comment {
      white-space: pre-line;
      margin-bottom: 4px;
    }
    textarea {
      field-sizing: content;
      background: var(--sheet);
    }
  `,
})
export class ReturnedNote {
  private readonly pageFocus = inject(PageFocus);
  protected readonly reviews = inject(Reviews);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly word = this.i18n.of(editorMessages);
  readonly annotation = input.required<AnnotationView>();
  readonly step = input.required<StepView>();
  protected readonly mayAnswer = computed(() => !this.pageFocus.refusal(this.annotation(), 'submit'));
}
