import { Component, computed, Directive, inject, input, signal } from '@angular/core';

let count = 0;

/**
 * A control with its label, a hint and what is wrong with it, tied together for assistive technology:
 * `<ui-field label="Tittel" [error]="…"><input uiControl …></ui-field>`.
 */
@Component({
  selector: 'ui-field',
  template: `
    <div class="head">
      <label class="label" [for]="id()">{{ label() }}</label><ng-content select="[aside]" />
    </div>
    <ng-content />
    @if (hint(); as hint) {
      <p class="hint" [id]="hintId">{{ hint }}</p>
    }
    @if (error(); as error) {
      <p class="error" [id]="errorId">{{ error }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 5px;
      align-content: start;
      min-width: 0;
    }
    .head {
      display: flex;
      justify-content: space-between;
      align-items: baseline;
      gap: 12px;
    }
    .hint {
      font-size: 13px;
      color: var(--ink-2);
    }
    .error {
      font-size: 14px;
      color: var(--denied);
    }
  `,
})
export class Field {
  private readonly serial = ++count;
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();

  /** The id of the control inside. */
  readonly id = signal(`field-${this.serial}`);
  protected readonly hintId = `hint-${this.serial}`;
  protected readonly errorId = `error-${this.serial}`;
  readonly describedBy = computed(
    () => [this.hint() && this.hintId, this.error() && this.errorId].filter(Boolean).join(' ') || null,
  );
}

/** The input, textarea or select inside a `ui-field`. */
@Directive({
  selector: '[uiControl]',
  host: {
    class: 'input',
    '[id]': 'field.id()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
