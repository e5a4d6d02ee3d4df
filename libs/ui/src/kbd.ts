import { Component, computed, inject, InjectionToken, input } from '@angular/core';

/** What is pressed for a key of ours, where people may choose their own. */
export const CHOSEN_KEYS = new InjectionToken<(keys: string) => string>('keys as chosen');

const signs: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
  Escape: 'Esc',
  Backspace: '⌫',
};

/** A key or combination in the notation of shortcuts, as it stands on the keyboard: `<ui-kbd keys="Ctrl+Enter" />`. */
@Component({ selector: 'ui-kbd', template: `<kbd aria-hidden="true">{{ text() }}</kbd>` })
export class Kbd {
  private readonly chosen = inject(CHOSEN_KEYS, { optional: true });
  readonly keys = input.required<string>();

  protected readonly text = computed(() =>
    (this.chosen?.(this.keys()) ?? this.keys())
      .split(/(?<=.)\+(?=.)/)
      .map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key))
      .join(' '),
  );
}
