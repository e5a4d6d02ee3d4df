import type * as z from 'zod';
import type { AnswerOf, ParamsOf, QueryOf, Route, SentBodyOf } from './route';

/** An object schema without fields infers `Record<string, never>`. */
type IsEmpty<Fields> = string extends keyof Fields ? true : false;
type Path<R extends Route> =
  IsEmpty<ParamsOf<R>> extends true ? { readonly params?: undefined } : { readonly params: ParamsOf<R> };
type Sent<R extends Route> =
  undefined extends SentBodyOf<R> ? { readonly body?: Form | SentBodyOf<R> } : { readonly body: SentBodyOf<R> };
type Asked<R extends Route> =
  IsEmpty<QueryOf<R>> extends true ? { readonly query?: undefined } : { readonly query?: z.input<R['query']> };

/** A `multipart/form-data` body: the `FormData` of a browser or of Node. */
export interface Form {
  append(name: string, value: string): void;
}

/** What an address needs besides its route. */
export type LinkOptions<R extends Route> = Path<R> & Asked<R>;
/** What a read needs besides its route: a body too, where one asks by POST, as for a preview. */
export type ReadOptions<R extends Route> = LinkOptions<R> & Sent<R>;
/** What a call needs besides its route. `ifMatch` is the ETag last seen, where the route asks for one. */
export type CallOptions<R extends Route> = ReadOptions<R> & { readonly ifMatch?: string };

/** A client of the interface, whatever carries its calls. Answers are checked against the route's schema. */
export interface Client {
  call<R extends Route>(route: R, options: CallOptions<R>): Promise<AnswerOf<R>>;
}

/** A call as it is sent. */
export interface Request {
  readonly method: Route['method'];
  /** Without the query. */
  readonly path: string;
  /** Empty and undefined values are left out. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** What becomes JSON, or a form. */
  readonly body?: unknown;
}

/** @throws Error where the route asks for `If-Match` and none is given: a mistake of the caller */
export function requestOf<R extends Route>(route: R, options: CallOptions<R>): Request {
  const { params, query, body, ifMatch } = options as Loose;
  if (route.ifMatch && ifMatch === undefined) throw new Error(`${route.path} needs If-Match`);
  return {
    method: route.method,
    path: pathOf(route, params),
    query: given(query),
    headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
    ...(body !== undefined && { body }),
  };
}

/** The address of a route with its query, for a link or a form. */
export function urlOf<R extends Route>(route: R, options: LinkOptions<R>): string {
  const { params, query } = options as Loose;
  const search = Object.entries(given(query)).map((pair) => pair.map(encodeURIComponent).join('='));
  return pathOf(route, params) + (search.length > 0 ? `?${search.join('&')}` : '');
}

/**
 * Reads an answer by its schema. An answer without content (204) is `null` or undefined, which the contract calls
 * undefined.
 */
export function answerOf<R extends Route>(route: R, value: unknown): AnswerOf<R> {
  return route.answer.parse(value ?? undefined) as AnswerOf<R>;
}

/** What a list holds. */
export type ItemOf<R extends Route> = AnswerOf<R> extends { items: readonly (infer Item)[] } ? Item : never;

/** A part of a list, and where the next one begins. */
export interface PageOf<R extends Route> {
  readonly items: readonly ItemOf<R>[];
  readonly nextCursor?: string | undefined;
}

/** The page of a list that begins at `cursor`; the first one without. */
export async function readPage<R extends Route>(
  client: Client,
  route: R,
  options: ReadOptions<R>,
  cursor?: string,
): Promise<PageOf<R>> {
  const asked = options as Loose;
  const query = cursor === undefined ? asked.query : { ...asked.query, cursor };
  return (await client.call(route, { ...asked, ...(query && { query }) } as CallOptions<R>)) as PageOf<R>;
}

/** The pages of a list, one after the other, each asked for when the one before was taken. */
export async function* pagesOf<R extends Route>(
  client: Client,
  route: R,
  options: ReadOptions<R>,
): AsyncGenerator<PageOf<R>, void, undefined> {
  for (let cursor: string | undefined; ;) {
    const page = await readPage(client, route, options, cursor);
    yield page;
    if (page.nextCursor === undefined) return;
    cursor = page.nextCursor;
  }
}

/** All of a list, page after page. @param most no page is asked for once so many are there */
export async function readAll<R extends Route>(
  client: Client,
  route: R,
  options: ReadOptions<R>,
  most = Infinity,
): Promise<ItemOf<R>[]> {
  const items: ItemOf<R>[] = [];
  for await (const page of pagesOf(client, route, options)) {
    items.push(...page.items);
    if (items.length >= most) break;
  }
  return items;
}

interface Loose {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

function pathOf(route: Route, params: Loose['params'] = {}): string {
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

function given(query: Loose['query'] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value as string | number | boolean)] as const],
    ),
  );
}
