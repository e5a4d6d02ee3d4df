import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { storedChoice } from './stored';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Light or dark; `system` follows what the reader has set for everything. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly document = inject(DOCUMENT);
  private readonly choice = storedChoice('theme', themes, 'system');
  readonly theme = this.choice.asReadonly();

  constructor() {
    effect(() => {
      const theme = this.choice();
      if (theme === 'system') delete this.document.documentElement.dataset['theme'];
      else this.document.documentElement.dataset['theme'] = theme;
    });
  }

  choose(theme: Theme): void {
    this.choice.set(theme);
  }
}
