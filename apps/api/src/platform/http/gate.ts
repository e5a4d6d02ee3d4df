import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@belegg/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../actor';
import { chooseLanguage, describeIssues } from '../messages/messages';
import { ProblemError } from '../problem-error';
import { mediaTypeOf } from './admission';
import { ROUTE } from './endpoint';

/** Reads what was sent, once its sender was admitted (`Admission`): what is not well formed is refused (422). */
@Injectable()
export class Gate implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // A route that was not admitted by its description is open to nobody.
    if (route.access !== 'public' && !request.actor) throw new ProblemError('unauthenticated');
    request.input = {
      ...readInput(route, request),
      // On a public route there is no actor, and its handler does not ask for one.
      actor: request.actor as Actor,
      ifMatch: request.headers['if-match'] ?? '',
      language: chooseLanguage(request.headers['accept-language']),
    };
    return true;
  }
}

function readInput(route: Route, request: FastifyRequest) {
  const language = chooseLanguage(request.headers['accept-language']);
  const params = route.params.safeParse(request.params);
  if (!params.success) throw new ProblemError('not-found');
  const query = route.query.safeParse(request.query, { reportInput: true });
  const comesApart = route.takes !== undefined && mediaTypeOf(request) === route.takes;
  const body = comesApart
    ? { success: true as const, data: undefined }
    : route.body.safeParse(givenBody(route, request.body), { reportInput: true });
  if (query.success && body.success) return { params: params.data, query: query.data, body: body.data };
  throw new ProblemError('invalid', {
    errors: [
      ...(query.success ? [] : describeIssues(query.error, language, '?')),
      ...(body.success ? [] : describeIssues(body.error, language)),
    ],
  });
}

/** No body is an empty one, on routes that take one and on routes that take none. */
function givenBody(route: Route, body: unknown): unknown {
  const takesNone = route.body instanceof z.ZodUndefined;
  if (takesNone)
    return typeof body === 'object' && body !== null && Object.keys(body).length === 0
      ? undefined
      : (body ?? undefined);
  return body ?? {};
}
