import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, Route } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor';
import type { UiLanguage } from '../messages/messages';
import { ProblemError } from '../problem-error';
import { fastifyPath } from './described';

/** Key of the metadata that hold a handler's route. */
export const ROUTE = Symbol('ROUTE');

/** What a handler gets: all of it has passed the gate. */
export interface Input<R extends Route> {
  readonly actor: Actor;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** The `If-Match` header; empty where the route does not ask for it and none was sent. */
  readonly ifMatch: string;
  readonly language: UiLanguage;
}

declare module 'fastify' {
  interface FastifyRequest {
    input?: Input<Route>;
    actor?: Actor;
  }
}

/** Binds a handler to a route of the contract: its path, its status, and all that the gate checks. */
export function Endpoint(route: Route): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: RequestMethod[route.method], path: fastifyPath(route) }),
    HttpCode(route.status),
    SetMetadata(ROUTE, route),
  );
}

/** The checked input of a handler; its type is `Input<typeof routes.name>`. */
export const Checked = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().input,
);

/** Aborts when the caller leaves before the answer is given. */
export const Departure = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  const departure = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) departure.abort(new ProblemError('too-slow'));
  });
  return departure.signal;
});
