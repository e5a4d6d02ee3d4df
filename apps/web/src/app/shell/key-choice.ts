import { Component, inject, input, signal } from '@angular/core';
import { Kbd } from '@belegg/ui';
import { I18n } from './i18n';
import { KeyChoices } from './key-choices';
import { messages } from './messages';
import { keysOf, type Shortcut, Shortcuts } from './shortcuts';

/** The keys of a shortcut, and a button after which the next key that is pressed takes the place of the first. */
@Component({
  selector: 'app-key-choice',
  imports: [Kbd],
  template: `
    <span class="small" role="status">{{ told() }}</span>
    @for (keys of all(); track keys) {
      <ui-kbd [keys]="keys" /><span class="visually-hidden">{{ choices.keyFor(keys) }}</span>
    }
    <button
      type="button"
      class="link small"
      [attr.aria-label]="t('changeKeyOf', { what: shortcut().description() })"
      [attr.aria-pressed]="isAsking()"
      (click)="ask()"
      (keydown)="take($event)"
      (blur)="isAsking.set(false)"
    >
      {{ t(isAsking() ? 'pressKey' : 'changeKey') }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      gap: 6px;
      align-items: baseline;
      white-space: nowrap;
    }
    [role='status'] {
      white-space: normal;
      color: var(--denied);
    }
  `,
})
export class KeyChoice {
  protected readonly t = inject(I18n).of(messages);
  protected readonly choices = inject(KeyChoices);
  private readonly registry = inject(Shortcuts);
  readonly shortcut = input.required<Shortcut>();
  /** The others that have a key here. */
  readonly others = input.required<readonly Shortcut[]>();
  protected readonly isAsking = signal(false);
  protected readonly told = signal('');

  protected all(): readonly string[] {
    return [this.shortcut().keys].flat();
  }

  protected ask(): void {
    this.told.set('');
    this.isAsking.set(true);
  }

  protected take(event: KeyboardEvent): void {
    if (!this.isAsking() || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return;
    if (event.key === 'Tab') return this.isAsking.set(false);
    event.preventDefault();
    event.stopPropagation();
    this.isAsking.set(false);
    const [own] = this.all();
    const pressed = keysOf(event);
    if (own === undefined || pressed === 'Escape') return;
    const holder = this.others().find(
      (other) => other !== this.shortcut() && this.registry.keysOf(other).includes(pressed),
    );
    if (holder) this.told.set(this.t('keyTaken', { what: holder.description() }));
    else if (!this.choices.isFree(pressed)) this.told.set(this.t('keyReserved'));
    else this.choices.choose(own, pressed);
  }
}
