import { Component, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';

/** Other names of a source, as chips that are made and taken away by keyboard. */
@Component({
  selector: 'app-alias-field',
  imports: [Control, Field],
  template: `
    <ui-field [label]="t('aliases')" [hint]="t('aliasesHint')" [error]="error()">
      @if (aliases().length) {
        <ul>
          @for (alias of aliases(); track $index) {
            <li class="chip">
              {{ alias }}
              <button type="button" [attr.aria-label]="t('aliasRemove', { alias })" (click)="remove(alias)">✕</button>
            </li>
          }
        </ul>
      }
      <input
        #field
        uiControl
        maxlength="200"
        autocomplete="off"
        [value]="typed()"
        (input)="type(field.value)"
        (keydown.enter)="enter($event)"
        (keydown.backspace)="back()"
        (blur)="add()"
      />
    </ui-field>
  `,
  styles: `
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .chip {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      padding: 2px 4px 2px 10px;
      border-color: var(--line-2);
      overflow-wrap: anywhere;
    }
    button {
      min-width: 24px;
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--ink-2);
      cursor: pointer;
    }
  `,
})
export class AliasField {
  private readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).of(messages);
  readonly aliases = input.required<readonly string[]>();
  readonly error = input<string>();
  readonly changed = output<readonly string[]>();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly typed = signal('');

  /** A comma ends an alias, also one that was pasted in the middle of a list. */
  protected type(value: string): void {
    this.typed.set(value);
    if (value.includes(',')) this.add();
  }

  /** With nothing typed, Enter saves the form as in any other field. */
  protected enter(event: Event): void {
    if (this.typed().trim() === '') return;
    event.preventDefault();
    this.add();
  }

  protected back(): void {
    const last = this.aliases().at(-1);
    if (this.typed() === '' && last !== undefined) this.remove(last);
  }

  protected add(): void {
    const aliases = this.typed()
      .split(',')
      .map((alias) => alias.replace(/\s+/gu, ' ').trim())
      .filter(Boolean);
    this.typed.set('');
    // What was pasted with a comma was never rendered, so the binding sees no change.
    this.field().nativeElement.value = '';
    if (aliases.length) this.changed.emit([...new Set([...this.aliases(), ...aliases])]);
  }

  protected remove(alias: string): void {
    this.changed.emit(this.aliases().filter((other) => other !== alias));
    this.toasts.announce(this.t('aliasRemoved', { alias }));
  }
}
