import { Location } from '@angular/common';
import { effect, inject, untracked } from '@angular/core';
import { isLocal } from './drafts/draft';
import { PageFocus } from './page-focus';

/**
 * The address names the open annotation, so that a copied one opens it. It is replaced beside the router, for which it
 * stays the same page, and adds nothing to the browser's history. Call it where injection is possible.
 */
export function nameOpenCard(): void {
  const pageFocus = inject(PageFocus);
  const location = inject(Location);
  let named = false;
  effect(() => {
    const id = pageFocus.activeId();
    if (id !== undefined && isLocal(id)) return;
    if (id === undefined && !named) return;
    named = true;
    untracked(() => {
      const [path = ''] = location.path().split('?');
      location.replaceState(path, id === undefined ? '' : `annotation=${id}`);
    });
  });
}
