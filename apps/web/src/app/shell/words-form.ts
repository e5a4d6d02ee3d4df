import {
  afterNextRender,
  booleanAttribute,
  Component,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Control, Field } from '@belegg/ui';
import { I18n } from './i18n';
import { messages } from './words-messages';

/** A few words that go along with an act of review. */
@Component({
  selector: 'app-words-form',
  imports: [Control, Field],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <ui-field [label]="label()" [error]="isMissing() ? t('commentNeeded') : undefined">
        <textarea
          uiControl
          #words
          rows="2"
          maxlength="1000"
          (input)="isMissing.set(false)"
          (keydown)="press($event)"
        ></textarea>
      </ui-field>
      <div class="buttons">
        <button type="button" class="btn quiet" (click)="cancelled.emit()">{{ t('cancel') }}</button>
        <button type="submit" class="btn primary">{{ action() }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 8px;
    }
    .buttons {
      display: flex;
      gap: 8px;
      justify-content: flex-end;
    }
    textarea {
      field-sizing: content;
    }
  `,
})
export class WordsForm {
  protected readonly t = inject(I18n).of(messages);
  private readonly words = viewChild.required<ElementRef<HTMLTextAreaElement>>('words');
  readonly label = input.required<string>();
  readonly action = input.required<string>();
  /** Whether it cannot go without words. */
  readonly needed = input(false, { transform: booleanAttribute });
  readonly said = output<string>();
  readonly cancelled = output();
  protected readonly isMissing = signal(false);

  constructor() {
    afterNextRender(() => this.words().nativeElement.focus());
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancelled.emit();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.send();
    else return;
    event.preventDefault();
  }

  protected send(): void {
    const words = this.words().nativeElement.value.trim();
    if (this.needed() && words === '') this.isMissing.set(true);
    else this.said.emit(words);
  }
}
