import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { routes } from '@belegg/contract';
import { delay, filter, mergeMap, of } from 'rxjs';
import { resourceOf } from './api';
import { Live } from './live';

/**
 * Milliseconds after something happened until somebody may have been told of it: at once, and where another server does
 * it.
 */
const looks = [1_000, 5_000];

/** How much the signed-in person was told of and has not read. */
@Injectable({ providedIn: 'root' })
export class Unread {
  private readonly answer = resourceOf(routes.countNotifications, () => ({}));
  readonly count = computed(() => (this.answer.hasValue() ? (this.answer.value()?.unread ?? 0) : 0));

  constructor() {
    inject(Live)
      .events.pipe(
        filter(({ type }) => /^(thread|annotation|report|assignment)\.|^article\.revised$/.test(type)),
        mergeMap(() => looks.map((look) => of(look).pipe(delay(look)))),
        mergeMap((look) => look),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        if (!this.answer.isLoading()) this.answer.reload();
      });
  }

  /** Takes over what the server said. */
  set(unread: number): void {
    this.answer.set({ unread });
  }
}
