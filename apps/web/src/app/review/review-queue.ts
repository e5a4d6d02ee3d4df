import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { routes, type ReviewItem } from '@belegg/contract';
import { debounceTime, filter } from 'rxjs';
import { Api } from '../shell/api';
import { Live } from '../shell/live';
import { Waiting } from '../shell/waiting';
import { groupQueue } from './group-queue';

export type Decision = 'approve' | 'return';

/** What is submitted and waits for somebody to approve or return it, kept fresh as things happen. */
@Injectable()
export class ReviewQueue {
  private readonly api = inject(Api);
  private readonly waiting = inject(Waiting);
  private readonly items = signal<readonly ReviewItem[]>([]);
  private readonly next = signal<string | undefined>(undefined);
  private readonly problem = signal<unknown>(undefined);
  private readonly done = signal(false);
  private pages = 1;
  private asked = 0;

  readonly error = this.problem.asReadonly();
  /** Whether the queue has been read at least once. */
  readonly loaded = this.done.asReadonly();
  readonly hasMore = computed(() => this.next() !== undefined);
  readonly grouped = computed(() => groupQueue(this.items()));

  constructor() {
    void this.load();
    inject(Live)
      .events.pipe(
        filter(({ type }) => type.startsWith('annotation.') || type === 'article.revised'),
        debounceTime(400),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.load());
  }

  find(id: string | undefined): ReviewItem | undefined {
    return id === undefined ? undefined : this.items().find(({ annotation }) => annotation.id === id);
  }

  async more(): Promise<void> {
    this.pages++;
    await this.load();
  }

  /** Reads the queue anew, as far as it was read before. Of several readings the one begun last counts. */
  async load(): Promise<void> {
    const turn = ++this.asked;
    const items: ReviewItem[] = [];
    let cursor: string | undefined;
    try {
      for (let page = 0; page < this.pages && (page === 0 || cursor !== undefined); page++) {
        const answer = await this.api.call(routes.listReviews, {
          query: { status: 'submitted', ...(cursor !== undefined && { cursor }) },
        });
        items.push(...answer.items);
        cursor = answer.nextCursor;
      }
      if (turn !== this.asked) return;
      this.items.set(items);
      this.next.set(cursor);
      this.problem.set(undefined);
      this.done.set(true);
    } catch (error) {
      if (turn === this.asked) this.problem.set(error);
    }
  }

  /**
   * Approves or returns exactly what was seen, and takes it off the queue.
   * @throws ProblemError `stale` when it says something else by now
   */
  async decide({ annotation: { id, etag } }: ReviewItem, decision: Decision, comment: string): Promise<void> {
    const route = decision === 'approve' ? routes.approveAnnotation : routes.returnAnnotation;
    await this.api.call(route, { params: { id }, body: { comment }, ifMatch: etag });
    // A reading of the queue that is under way may still hold it.
    this.asked++;
    this.items.update((items) => items.filter(({ annotation }) => annotation.id !== id));
    this.waiting.reload();
    if (this.hasMore()) void this.load();
  }

  /** Takes back the last thing that I did to the article of an item, which is its decision while nothing else was done. */
  async undo({ article: { id } }: ReviewItem): Promise<void> {
    await this.api.call(routes.undo, { params: { id } });
    this.waiting.reload();
    await this.load();
  }
}
