import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { routes } from '@belegg/contract';
import type { Status } from '@belegg/domain';
import { debounceTime, filter } from 'rxjs';
import { resourceOf } from '../shell/api';
import { Live } from '../shell/live';
import { Session } from '../shell/session';

/** What came back to the signed-in person: claims that they wrote on, and that were returned or have lapsed. */
@Injectable()
export class OwnWork {
  private readonly session = inject(Session);
  private readonly returnedItems = this.itemsThatAre('returned');
  private readonly lapsedItems = this.itemsThatAre('lapsed');

  readonly returned = computed(() => this.mine(this.returnedItems));
  readonly lapsed = computed(() => this.mine(this.lapsedItems));
  /** Whether both answers are there, or nothing is asked. */
  readonly known = computed(
    () => !this.session.can('write') || (this.returnedItems.hasValue() && this.lapsedItems.hasValue()),
  );
  /** Where to begin. */
  readonly first = computed(() => [...this.returned(), ...this.lapsed()][0]);

  constructor() {
    inject(Live)
      .events.pipe(
        filter(({ type }) => /^(annotation\.|article\.revised)/.test(type)),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.returnedItems.reload();
        this.lapsedItems.reload();
      });
  }

  private itemsThatAre(status: Status) {
    return resourceOf(routes.listReviews, () => (this.session.can('write') ? { query: { status } } : undefined));
  }

  private mine(list: ReturnType<OwnWork['itemsThatAre']>) {
    const me = this.session.current()?.account.id;
    return list.hasValue()
      ? list.value().items.filter(({ annotation }) => annotation.authors.some(({ id }) => id === me))
      : [];
  }
}
