import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type ArticleSummary, routes } from '@belegg/contract';
import { debounceTime, filter } from 'rxjs';
import { Api, resourceOf } from '../shell/api';
import { Live } from '../shell/live';

/** The newsroom's articles, the newest first, a page at a time; kept fresh as things happen. */
@Injectable()
export class ArticleList {
  private readonly api = inject(Api);
  private readonly first = resourceOf(routes.listArticles, () => ({}));
  /** The pages that were asked for after the first, and where the list goes on. */
  private readonly further = signal<readonly ArticleSummary[]>([]);
  private readonly next = signal<string | undefined>(undefined);
  readonly failure = signal<unknown>(undefined);

  readonly error = computed(() => this.first.error() ?? this.failure());
  readonly loading = computed(() => this.first.isLoading() && !this.first.hasValue());
  readonly items = computed<readonly ArticleSummary[]>(() => {
    const items = this.first.hasValue() ? this.first.value().items : [];
    const known = new Set(items.map(({ id }) => id));
    return [...items, ...this.further().filter(({ id }) => !known.has(id))];
  });
  readonly cursor = computed(() => (this.further().length ? this.next() : this.first.hasValue() ? this.first.value().nextCursor : undefined));

  constructor() {
    inject(Live).events.pipe(filter(({ articleId }) => articleId !== undefined), debounceTime(500), takeUntilDestroyed())
      .subscribe(() => this.first.reload());
  }

  reload(): void {
    this.first.reload();
  }

  async more(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === undefined) return;
    this.failure.set(undefined);
    try {
      const page = await this.api.call(routes.listArticles, { query: { cursor } });
      this.next.set(page.nextCursor);
      this.further.update((items) => [...items, ...page.items]);
    } catch (error) {
      this.failure.set(error);
    }
  }
}
