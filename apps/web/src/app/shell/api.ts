import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  answerOf,
  requestOf,
  type AnswerOf,
  type CallOptions,
  type Client,
  type ReadOptions,
  type Route,
} from '@belegg/contract';
import { firstValueFrom, map } from 'rxjs';

/** The contract's client over the browser's connection. Failures are `ProblemError`s. */
@Injectable({ providedIn: 'root' })
export class Api implements Client {
  private readonly http = inject(HttpClient);

  /** `await api.call(routes.submitAnnotation, { params: { id }, body: {}, ifMatch: annotation.etag })` */
  call<R extends Route>(route: R, options: CallOptions<R>): Promise<AnswerOf<R>> {
    const { method, path, query, headers, body } = requestOf(route, options);
    const answer = this.http.request<unknown>(method, path, { params: query, headers, body });
    return firstValueFrom(answer.pipe(map((value) => answerOf(route, value))));
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
      const asked = options();
      if (!asked) return undefined;
      const { method, path, query, body } = requestOf(route, asked as CallOptions<R>);
      return { url: path, method, params: query, body };
    },
    { parse: (value) => answerOf(route, value) },
  );
}
