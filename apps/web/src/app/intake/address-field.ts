import { Component, inject, input, output, signal } from '@angular/core';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** The address of an article on the web, for the server to fetch. What was typed stays. */
@Component({
  selector: 'app-address-field',
  imports: [Control, Field],
  template: `
    <ui-field [label]="t('address')" [error]="needed() ? t('needAddress') : error()">
      <div class="row">
        <input
          uiControl
          #address
          type="url"
          maxlength="2048"
          placeholder="https://"
          (input)="needed.set(false)"
          (keydown.enter)="$event.preventDefault(); fetch(address)"
        />
        <button type="button" class="btn" [attr.aria-disabled]="busy() || null" (click)="fetch(address)">
          {{ busy() ? t('fetching') : t('fetch') }}
        </button>
      </div>
    </ui-field>
  `,
  styles: '.row { display: flex; gap: 8px; } input { flex: 1; min-width: 0; }',
})
export class AddressField {
  protected readonly t = inject(I18n).of(messages);
  readonly error = input<string>();
  readonly busy = input(false);
  readonly fetched = output<string>();
  protected readonly needed = signal(false);

  protected fetch(address: HTMLInputElement): void {
    const url = address.value.trim();
    this.needed.set(url === '');
    if (url && !this.busy()) this.fetched.emit(url);
    else if (!url) address.focus();
  }
}
