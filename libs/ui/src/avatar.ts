import { Component, computed, input } from '@angular/core';

/** Somebody as initials in a disc. The name is its text for a screen reader and under the pointer. */
@Component({
  selector: 'ui-avatar',
  template: `<span aria-hidden="true">{{ initials() }}</span>`,
  host: { role: 'img', '[attr.aria-label]': 'name()', '[attr.title]': 'name()', '[style.--hue]': 'hue()' },
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      width: 28px;
      height: 28px;
      flex: none;
      border-radius: 50%;
      border: 1px solid var(--paper);
      font: 600 12px/1 var(--sans);
      color: #fff;
      background: oklch(0.5 0.075 var(--hue));
    }
  `,
})
export class Avatar {
  readonly name = input.required<string>();

  protected readonly initials = computed(() => {
    const words = this.name().trim().split(/\s+/u);
    const first = [...(words[0] ?? '')][0] ?? '';
    const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
    return (first + last).toLocaleUpperCase();
  });
  /** The same name has the same hue everywhere. */
  protected readonly hue = computed(() =>
    [...this.name()].reduce((hash, sign) => (hash * 31 + (sign.codePointAt(0) ?? 0)) % 360, 7),
  );
}
