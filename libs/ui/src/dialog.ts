import { CdkDialogContainer, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';

let count = 0;

/**
 * The frame of a dialog: heading, a way out, the content, and the buttons marked `dialogActions` at its foot. It stands
 * in a component that was opened by the CDK's Dialog, which keeps the focus inside and gives it back.
 */
@Component({
  selector: 'ui-dialog',
  template: `
    <header>
      <h2 [id]="headingId">{{ heading() }}</h2>
    </header>
    <div class="body"><ng-content /></div>
    <footer><ng-content select="[dialogActions]" /></footer>
    <!-- Last, so that the keyboard begins with what the dialog is about. -->
    <button type="button" class="btn quiet" [attr.aria-label]="closeLabel()" (click)="dismiss()">✕</button>
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) auto;
      width: min(560px, calc(100vw - 24px));
      max-height: calc(100dvh - 32px);
      background: var(--sheet);
      border: 1px solid var(--line-2);
      border-radius: 10px;
      box-shadow: var(--shadow);
    }
    header {
      padding: 20px 64px 12px 24px;
    }
    button {
      position: absolute;
      top: 14px;
      right: 12px;
    }
    .body {
      padding: 2px 24px 20px;
      overflow: auto;
      display: grid;
      gap: 16px;
      align-content: start;
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      justify-content: flex-end;
      padding: 12px 24px;
      border-top: 1px solid var(--line);
    }
    footer:empty {
      display: none;
    }
  `,
})
export class DialogFrame {
  private readonly ref = inject(DialogRef);
  readonly heading = input.required<string>();
  readonly closeLabel = input.required<string>();
  /** What the dialog closes with when it is put away; nothing means that it was dismissed. */
  readonly answer = input<unknown>();
  protected readonly headingId = `dialog-${++count}`;

  constructor() {
    const { containerInstance } = this.ref;
    if (containerInstance instanceof CdkDialogContainer) containerInstance._addAriaLabelledBy(this.headingId);
  }

  protected dismiss(): void {
    this.ref.close(this.answer());
  }
}
