import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { routes } from '@belegg/contract';
import { debounceTime, filter } from 'rxjs';
import { resourceOf } from './api';
import { Live } from './live';
import { Session } from './session';

/** What waits for the signed-in person to approve or return. */
@Injectable({ providedIn: 'root' })
export class Waiting {
  private readonly session = inject(Session);
  private readonly counted = resourceOf(routes.countReviews, () => (this.session.can('review') ? {} : undefined));

  /** How many claims, and sentences that are said to need no check, one may decide on. Undefined until it is known. */
  readonly count = computed(() => {
    if (!this.session.can('review')) return 0;
    if (!this.counted.hasValue()) return undefined;
    const { claims, marks } = this.counted.value();
    return claims + marks;
  });

  constructor() {
    inject(Live)
      .events.pipe(
        filter(({ type }) => /^(annotation|sentence)\.|^article\.revised$/.test(type)),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reload());
  }

  /** Counts anew, for who has just decided and will not wait to be told. */
  reload(): void {
    this.counted.reload();
  }
}
