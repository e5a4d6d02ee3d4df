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
  private readonly queue = resourceOf(routes.listReviews, () =>
    this.session.can('review') ? { query: { status: 'submitted' } } : undefined,
  );

  /** What one may decide on in the first page of the queue; `more` when the queue goes on. Undefined until it is known. */
  readonly count = computed(() => {
    if (!this.session.can('review')) return { items: 0, more: false };
    if (!this.queue.hasValue()) return undefined;
    const { items, nextCursor } = this.queue.value();
    return { items: items.filter(({ refusal }) => !refusal).length, more: nextCursor !== undefined };
  });

  constructor() {
    inject(Live)
      .events.pipe(
        filter(({ type }) => type.startsWith('annotation.') || type === 'article.revised'),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reload());
  }

  /** Counts anew, for who has just decided and will not wait to be told. */
  reload(): void {
    this.queue.reload();
  }
}
