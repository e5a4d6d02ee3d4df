import { DestroyRef, inject } from '@angular/core';

/** Listens for as long as the component lives. Call it where injection is possible. */
export function listen(target: EventTarget, types: string | readonly string[], heard: (event: Event) => void): void {
  for (const type of [types].flat()) target.addEventListener(type, heard);
  inject(DestroyRef).onDestroy(() => {
    for (const type of [types].flat()) target.removeEventListener(type, heard);
  });
}
