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

  private readonly marks = resourceOf(routes.listReviewMarks, () => (this.session.can('review') ? {} : undefined));

  /** What one may decide on in the first pages of claims and of sentences that are not checkable; `more` when they go on. Undefined until it is known. */
  readonly count = computed(() => {
    if (!this.session.can('review')) return { items: 0, more: false };
    if (!this.queue.hasValue() || !this.marks.hasValue()) return undefined;
    const pages = [this.queue.value(), this.marks.value()];
    return {
      items: pages.flatMap<{ refusal?: unknown }>(({ items }) => items).filter(({ refusal }) => !refusal).length,
      more: pages.some(({ nextCursor }) => nextCursor !== undefined),
    };
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
    this.queue.reload();
    this.marks.reload();
  }
}
