import { computed, inject, signal, type Signal } from '@angular/core';
import { readPage, type ItemOf, type PageOf, type ReadOptions, type Route } from '@belegg/contract';
import { Api, resourceOf } from './api';

/** A list that the server gives in pages. */
export interface Paged<Item> {
  /** All that was read, each thing once. */
  readonly items: Signal<readonly Item[]>;
  /** Whether the first page is there. */
  readonly loaded: Signal<boolean>;
  readonly loading: Signal<boolean>;
  readonly error: Signal<unknown>;
  /** Where the list goes on; undefined at its end. */
  readonly cursor: Signal<string | undefined>;
  /** Reads the first page again; what was read after it stays. */
  reload(): void;
  /** Reads the next page. */
  more(): Promise<void>;
}

/**
 * A list of the server that follows its signals. Call it where injection is possible: `pagedOf(routes.listSources, ()
 * => ({ query: { q: this.q() } }))`.
 */
export function pagedOf<R extends Route>(route: R, options: () => ReadOptions<R>): Paged<ItemOf<R>> {
  const api = inject(Api);
  const first = resourceOf(route, options);
  /** The later pages, and of which list they are: with other options they are none. */
  const later = signal<PageOf<R> & { readonly of: string }>({ items: [], of: '' });
  const failure = signal<unknown>(undefined);
  const list = computed(() => JSON.stringify(options()));
  const firstPage = computed(() => (first.hasValue() ? (first.value() as PageOf<R>) : undefined));
  const laterPage = computed(() => (later().of === list() ? later() : undefined));
  const cursor = computed(() => (laterPage() ?? firstPage())?.nextCursor);

  return {
    items: computed(() => {
      const items = firstPage()?.items ?? [];
      const known = new Set(items.map(keyOf));
      return [...items, ...(laterPage()?.items ?? []).filter((item) => !known.has(keyOf(item)))];
    }),
    loaded: computed(() => firstPage() !== undefined),
    loading: computed(() => first.isLoading()),
    error: computed(() => first.error() ?? failure()),
    cursor,
    reload: () => {
      failure.set(undefined);
      first.reload();
    },
    more: async () => {
      const from = cursor();
      const of = list();
      if (from === undefined) return;
      failure.set(undefined);
      try {
        const page = await readPage(api, route, options(), from);
        later.update((before) => ({
          of,
          items: [...(before.of === of ? before.items : []), ...page.items],
          nextCursor: page.nextCursor,
        }));
      } catch (error) {
        failure.set(error);
      }
    },
  };
}

/** What makes an item itself: its id, or all of it. */
function keyOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : JSON.stringify(item);
}
