import { Location } from '@angular/common';
import { effect, inject, untracked } from '@angular/core';
import { isLocal } from './drafts/draft';
import { Desk } from './desk';

/**
 * The address names the open annotation, so that a copied one opens it. It is replaced beside the router, for which it stays
 * the same page, and adds nothing to the browser's history. Call it where injection is possible.
 */
export function nameOpenCard(): void {
  const desk = inject(Desk);
  const location = inject(Location);
  let named = false;
  effect(() => {
    const id = desk.activeId();
    if (id !== undefined && isLocal(id)) return;
    if (id === undefined && !named) return;
    named = true;
    untracked(() => {
      const [path = ''] = location.path().split('?');
      location.replaceState(path, id === undefined ? '' : `annotation=${id}`);
    });
  });
}
