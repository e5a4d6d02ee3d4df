import { effect, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** Names the page in the browser's tab, and follows the language: `pageTitle(() => t('title'))` in a constructor. */
export function pageTitle(title: () => string | undefined): void {
  const tab = inject(Title);
  effect(() => tab.setTitle([title(), 'Belegg'].filter(Boolean).join(' · ')));
}
