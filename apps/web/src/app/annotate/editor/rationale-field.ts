import { afterRenderEffect, Component, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { I18n } from '../../shell/i18n';
import { Markdown } from '../../shell/markdown';
import { messages } from '../messages';

let count = 0;

/** Why the verdict is as it is, in Markdown, with a look at how it will read. */
@Component({
  selector: 'app-rationale-field',
  imports: [Markdown],
  template: `
    <div class="head">
      <label class="label" [for]="id">{{ t('rationale') }}</label>
      @if (rationale()) {
        <button
          type="button"
          class="link small"
          [attr.aria-pressed]="isPreview()"
          (click)="isPreview.set(!isPreview())"
        >
          {{ t(isPreview() ? 'write' : 'preview') }}
        </button>
      }
    </div>
    @if (isPreview()) {
      <div class="preview"><app-markdown [text]="rationale()" /></div>
    }
    <textarea
      #field
      class="input"
      rows="3"
      [hidden]="isPreview()"
      [id]="id"
      [value]="rationale()"
      (input)="typed.emit(field.value)"
      [attr.placeholder]="t('rationaleHint')"
    ></textarea>
  `,
  styles: `
    :host {
      display: grid;
      gap: 5px;
    }
    .head {
      display: flex;
      justify-content: space-between;
      align-items: baseline;
    }
    textarea {
      field-sizing: content;
      min-height: 84px;
      max-height: 50vh;
    }
    .preview {
      border: 1px solid var(--line);
      border-radius: var(--r);
      padding: 8px 11px;
      min-height: 84px;
    }
    [hidden] {
      display: none;
    }
  `,
})
export class RationaleField {
  protected readonly t = inject(I18n).of(messages);
  protected readonly id = `rationale-${++count}`;
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  readonly rationale = input.required<string>();
  readonly takesFocus = input(false);
  readonly typed = output<string>();
  protected readonly isPreview = signal(false);

  constructor() {
    afterRenderEffect(() => {
      if (this.takesFocus()) this.field().nativeElement.focus();
    });
  }
}
