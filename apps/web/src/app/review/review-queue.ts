import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { pagesOf, readAll, routes, type ReviewItem, type ReviewMark } from '@belegg/contract';
import { debounceTime, filter } from 'rxjs';
import { Api } from '../shell/api';
import { Live } from '../shell/live';
import { Waiting } from '../shell/waiting';
import { groupQueue } from './group-queue';
import { idOf, isClaim, sinceOf, type QueueEntry } from './queue-entry';

export type Decision = 'approve' | 'return';

/** What is submitted and waits for somebody to approve or return it, kept fresh as things happen. */
@Injectable()
export class ReviewQueue {
  private readonly api = inject(Api);
  private readonly waiting = inject(Waiting);
  private readonly items = signal<readonly ReviewItem[]>([]);
  private readonly marks = signal<readonly ReviewMark[]>([]);
  private readonly next = signal<string | undefined>(undefined);
  private readonly problem = signal<unknown>(undefined);
  private readonly done = signal(false);
  private pages = 1;
  private asked = 0;

  readonly error = this.problem.asReadonly();
  /** Whether the queue has been read at least once. */
  readonly loaded = this.done.asReadonly();
  readonly hasMore = computed(() => this.next() !== undefined);
  /** What waits longest first. */
  private readonly entries = computed<readonly QueueEntry[]>(() =>
    this.marks().length === 0
      ? this.items()
      : [...this.items(), ...this.marks()].sort((a, b) => sinceOf(a).localeCompare(sinceOf(b))),
  );
  readonly grouped = computed(() => groupQueue(this.entries()));

  constructor() {
    void this.load();
    inject(Live)
      .events.pipe(
        filter(({ type }) => /^(annotation|sentence)\.|^article\.revised$/.test(type)),
        debounceTime(400),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.load());
  }

  find(id: string | undefined): ReviewItem | undefined {
    const entry = this.entry(id);
    return entry && isClaim(entry) ? entry : undefined;
  }

  findMark(id: string | undefined): ReviewMark | undefined {
    const entry = this.entry(id);
    return entry && !isClaim(entry) ? entry : undefined;
  }

  /** What waits again since a decision was taken back. A sentence does so by a new mark of the same words. */
  again(entry: QueueEntry): QueueEntry {
    if (isClaim(entry)) return entry;
    const { article, start } = entry;
    return this.marks().find((mark) => mark.article.id === article.id && mark.start === start) ?? entry;
  }

  async more(): Promise<void> {
    this.pages++;
    await this.load();
  }

  /** Reads the queue anew, as far as it was read before. Of several readings the one begun last counts. */
  async load(): Promise<void> {
    const turn = ++this.asked;
    try {
      const [{ items, nextCursor }, marks] = await Promise.all([
        this.readClaims(),
        readAll(this.api, routes.listReviewMarks, { query: {} }),
      ]);
      if (turn !== this.asked) return;
      this.items.set(items);
      this.marks.set(marks);
      this.next.set(nextCursor);
      this.problem.set(undefined);
      this.done.set(true);
    } catch (error) {
      if (turn === this.asked) this.problem.set(error);
    }
  }

  private async readClaims(): Promise<{ items: ReviewItem[]; nextCursor: string | undefined }> {
    const items: ReviewItem[] = [];
    let read = 0;
    for await (const page of pagesOf(this.api, routes.listReviews, { query: { status: 'submitted' } })) {
      items.push(...page.items);
      read++;
      if (read >= this.pages) return { items, nextCursor: page.nextCursor };
    }
    return { items, nextCursor: undefined };
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

  /**
   * Confirms that a sentence is not checkable, or says that it has to be checked, and takes it off the queue.
   * @returns whether it was; not when something else is said of it by now
   * @throws ProblemError
   */
  async decideMark({ id, article, sentence, etag }: ReviewMark, decision: Decision): Promise<boolean> {
    const params = { id: article.id, index: sentence - 1 };
    if (decision === 'approve') await this.api.call(routes.confirmCheckability, { params, ifMatch: etag });
    else {
      const now = await this.api.call(routes.getArticle, { params: { id: article.id } });
      if (now.sentences[params.index]?.etag !== etag) return false;
      await this.api.call(routes.markCheckability, { params, body: { checkable: true }, ifMatch: now.etag });
    }
    this.asked++;
    this.marks.update((marks) => marks.filter((mark) => mark.id !== id));
    this.waiting.reload();
    return true;
  }

  private entry(id: string | undefined): QueueEntry | undefined {
    return id === undefined ? undefined : this.entries().find((entry) => idOf(entry) === id);
  }

  /**
   * Takes back the last thing that I did to the article of an item, which is its decision while nothing else was done.
   */
  async undo({ article: { id } }: QueueEntry): Promise<void> {
    await this.api.call(routes.undo, { params: { id } });
    this.waiting.reload();
    await this.load();
  }
}
