import { computed, inject, signal, type Signal } from '@angular/core';
import type { AnswerOf, Route } from '@belegg/contract';
import { Api, type CallOptions, type ReadOptions, resourceOf } from './api';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}
type ItemOf<R extends Route> = AnswerOf<R> extends { items: readonly (infer Item)[] } ? Item : never;

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

/** A list of the server that follows its signals. Call it where injection is possible: `pagedOf(routes.listSources, () => ({ query: { q: this.q() } }))`. */
export function pagedOf<R extends Route>(route: R, options: () => ReadOptions<R>): Paged<ItemOf<R>> {
  const api = inject(Api);
  const first = resourceOf(route, options);
  /** The later pages, and of which list they are: with other options they are none. */
  const later = signal<Page<ItemOf<R>> & { readonly of: string }>({ items: [], of: '' });
  const failure = signal<unknown>(undefined);
  const list = computed(() => JSON.stringify(options()));
  const firstPage = computed(() => (first.hasValue() ? (first.value() as Page<ItemOf<R>>) : undefined));
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
        const asked = options() as { readonly query?: object };
        const page = (await api.call(route, {
          ...asked,
          query: { ...asked.query, cursor: from },
        } as CallOptions<R>)) as Page<ItemOf<R>>;
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

/** All of a list, page after page: for what is shown or computed as a whole. */
export async function readAll<R extends Route>(
  api: Api,
  route: R,
  options: ReadOptions<R>,
): Promise<readonly ItemOf<R>[]> {
  const asked = options as { readonly query?: object };
  const items: ItemOf<R>[] = [];
  let cursor: string | undefined;
  do {
    const page = (await api.call(route, {
      ...asked,
      query: { ...asked.query, ...(cursor !== undefined && { cursor }) },
    } as CallOptions<R>)) as Page<ItemOf<R>>;
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}

/** What makes an item itself: its id, or all of it. */
function keyOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : JSON.stringify(item);
}
