import { DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';

/**
 * Whether there is room for one column alone, as the style sheets of this room draw the line. Call it where injection
 * is possible.
 */
export function isNarrow(): Signal<boolean> {
  const query = inject(DOCUMENT).defaultView?.matchMedia?.('(max-width: 900px)');
  const narrow = signal(query?.matches ?? false);
  const follow = (event: MediaQueryListEvent): void => narrow.set(event.matches);
  query?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => query?.removeEventListener('change', follow));
  return narrow.asReadonly();
}
