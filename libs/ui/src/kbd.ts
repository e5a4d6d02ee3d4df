import { Component, computed, input } from '@angular/core';

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
  readonly keys = input.required<string>();

  protected readonly text = computed(() =>
    this.keys()
      .split(/(?<=.)\+(?=.)/)
      .map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key))
      .join(' '),
  );
}
