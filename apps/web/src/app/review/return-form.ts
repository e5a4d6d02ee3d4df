import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Control, Field, Kbd } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { ReturnComments } from './return-comments';

/** What has to be corrected, typed by who returns a claim. It is kept until it is sent. */
@Component({
  selector: 'app-return-form',
  imports: [Control, Field, Kbd],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <ui-field [label]="t('returnComment')" [hint]="t('returnHint')" [error]="error()">
        <textarea
          #field
          uiControl
          rows="4"
          maxlength="5000"
          [value]="comment()"
          (input)="type(field.value)"
          (keydown.control.enter)="send()"
          (keydown.meta.enter)="send()"
        ></textarea>
      </ui-field>
      <div class="buttons">
        <button type="button" class="btn quiet" (click)="cancelled.emit()">{{ t('cancel') }}</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="isSending() || null">
          {{ t('sendReturn') }} <ui-kbd keys="Ctrl+Enter" />
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 10px;
    }
    textarea {
      field-sizing: content;
      min-height: 96px;
      max-height: 40vh;
    }
    .buttons {
      display: flex;
      gap: 10px;
      justify-content: flex-end;
    }
  `,
})
export class ReturnForm {
  private readonly comments = inject(ReturnComments);
  protected readonly t = inject(I18n).of(messages);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  readonly annotationId = input.required<string>();
  readonly isSending = input(false);
  readonly sent = output<string>();
  readonly cancelled = output();

  protected readonly comment = computed(() => this.comments.of(this.annotationId()));
  private readonly wasSentEmpty = signal(false);
  protected readonly error = computed(() =>
    this.wasSentEmpty() && !this.comment().trim() ? this.t('commentNeeded') : undefined,
  );

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected type(comment: string): void {
    this.comments.keep(this.annotationId(), comment);
  }

  protected send(): void {
    const comment = this.comment();
    this.wasSentEmpty.set(!comment.trim());
    if (comment.trim() && !this.isSending()) this.sent.emit(comment);
    else this.field().nativeElement.focus();
  }
}
