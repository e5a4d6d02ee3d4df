import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { routes, type ReviewItem, type ReviewMark } from '@belegg/contract';
import { resourceOf } from '../shell/api';
import type { QueueEntry } from './queue-entry';
import { ReviewQueue } from './review-queue';

/**
 * The item that somebody reads, exactly as they see it. What comes in from the server does not change it under their
 * eyes: they are told, and see the difference when they ask for it or decide on what is no longer there.
 */
@Injectable()
export class Reading {
  private readonly queue = inject(ReviewQueue);
  private readonly chosen = signal<string | undefined>(undefined);

  readonly id = this.chosen.asReadonly();
  private readonly latest = computed(() => this.queue.find(this.chosen()));
  private readonly shown = linkedSignal<
    { id: string | undefined; latest: ReviewItem | undefined },
    ReviewItem | undefined
  >({
    source: () => ({ id: this.chosen(), latest: this.latest() }),
    computation: ({ id, latest }, previous) =>
      previous?.value && previous.value.annotation.id === id ? previous.value : latest,
  });
  readonly item = this.shown.asReadonly();
  private readonly latestMark = computed(() => this.queue.findMark(this.chosen()));
  /**
   * The sentence that somebody called not checkable, if that is what is read; it stays when it is no longer in the
   * queue.
   */
  readonly mark = linkedSignal<{ id: string | undefined; latest: ReviewMark | undefined }, ReviewMark | undefined>({
    source: () => ({ id: this.chosen(), latest: this.latestMark() }),
    computation: ({ id, latest }, previous) => (previous?.value?.id === id ? (latest ?? previous?.value) : latest),
  }).asReadonly();
  readonly entry = computed<QueueEntry | undefined>(() => this.item() ?? this.mark());
  /** What was on the screen before the change that is shown now. */
  private readonly earlier = linkedSignal<string | undefined, ReviewItem | undefined>({
    source: this.chosen,
    computation: () => undefined,
  });
  readonly before = this.earlier.asReadonly();

  /** Whether it says or stands otherwise by now. */
  readonly isOutdated = computed(() => {
    const [shown, latest] = [this.shown(), this.latest()];
    return shown !== undefined && latest !== undefined && shown.annotation.etag !== latest.annotation.etag;
  });
  /** Whether it left the queue while it was read. */
  readonly isGone = computed(() => this.queue.loaded() && this.shown() !== undefined && this.latest() === undefined);
  /** Whether such a sentence left the queue while it was read. */
  readonly isMarkGone = computed(
    () => this.queue.loaded() && this.mark() !== undefined && this.latestMark() === undefined,
  );
  private readonly elsewhere = resourceOf(routes.getAnnotation, () => {
    const id = this.shown()?.annotation.id;
    return this.isGone() && id !== undefined ? { params: { id } } : undefined;
  });
  /** What became of it when it left the queue. */
  readonly outcome = computed(() => (this.isGone() && this.elsewhere.hasValue() ? this.elsewhere.value() : undefined));

  choose(id: string | undefined): void {
    this.chosen.set(id);
  }

  /** Shows what it says now, with how that differs from what was on the screen. */
  catchUp(): void {
    const latest = this.latest();
    if (!latest) return;
    this.earlier.set(this.shown());
    this.shown.set(latest);
  }
}
