import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AnswerOf, ParamsOf, QueryOf, Route, SentBodyOf } from '@belegg/contract';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';

/** An object schema without fields infers `Record<string, never>`. */
type IsEmpty<Fields> = string extends keyof Fields ? true : false;
type Path<R extends Route> =
  IsEmpty<ParamsOf<R>> extends true ? { readonly params?: undefined } : { readonly params: ParamsOf<R> };
type Sent<R extends Route> =
  undefined extends SentBodyOf<R> ? { readonly body?: FormData | SentBodyOf<R> } : { readonly body: SentBodyOf<R> };
type Asked<R extends Route> =
  IsEmpty<QueryOf<R>> extends true ? { readonly query?: undefined } : { readonly query?: z.input<R['query']> };

/** What an address needs besides its route. */
export type LinkOptions<R extends Route> = Path<R> & Asked<R>;
/** What a read needs besides its route: a body too, where one asks by POST, as for a preview. */
export type ReadOptions<R extends Route> = LinkOptions<R> & Sent<R>;
/** What a call needs besides its route. `ifMatch` is the ETag last seen, where the route asks for one. */
export type CallOptions<R extends Route> = ReadOptions<R> & { readonly ifMatch?: string };

/**
 * The one client of the server, typed by the contract's table of routes. Answers are checked against the route's schema.
 * Failures are `ProblemError`s.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  /** `await api.call(routes.submitAnnotation, { params: { id }, body: {}, ifMatch: annotation.etag })` */
  call<R extends Route>(route: R, options: CallOptions<R>): Promise<AnswerOf<R>> {
    const { params, query, body, ifMatch } = options as Loose;
    if (route.ifMatch && ifMatch === undefined) throw new Error(`${route.path} needs If-Match`);
    const answer = this.http.request<unknown>(route.method, pathOf(route, params), {
      ...(body !== undefined && { body }),
      params: given(query),
      headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
    });
    return firstValueFrom(answer.pipe(map((value) => parse(route, value))));
  }
}

/**
 * A resource that follows its signals, for what a page reads. Undefined options: nothing is asked yet. Call it where
 * injection is possible: `readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }))`.
 */
export function resourceOf<R extends Route, const Options extends ReadOptions<R>>(
  route: R,
  options: () => Options | undefined,
): HttpResourceRef<AnswerOf<R> | undefined> {
  return httpResource<AnswerOf<R>>(
    () => {
      const asked = options() as Loose | undefined;
      return (
        asked && {
          url: pathOf(route, asked.params),
          method: route.method,
          params: given(asked.query),
          body: asked.body,
        }
      );
    },
    { parse: (value) => parse(route, value) },
  );
}

/** The address of a route, for a link or a form; with its query. */
export function urlOf<R extends Route>(route: R, options: LinkOptions<R>): string {
  const { params, query } = options as Loose;
  const search = new URLSearchParams(
    Object.entries(given(query)).map(([name, value]) => [name, String(value)]),
  ).toString();
  return pathOf(route, params) + (search && `?${search}`);
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

function given(query: Loose['query'] = {}): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value as string | number | boolean]],
    ),
  );
}

/** The server says 204 with `null`; the contract calls that `undefined`. */
function parse<R extends Route>(route: R, value: unknown): AnswerOf<R> {
  return route.answer.parse(value ?? undefined) as AnswerOf<R>;
}
