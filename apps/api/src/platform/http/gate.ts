import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permits } from '@belegg/domain';
import type { Route } from '@belegg/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../actor';
import { chooseLanguage, describeIssues } from '../messages/messages';
import { credentialsOf } from '../sessions/credentials';
import { SessionStore } from '../sessions/session-store';
import { ROUTE } from './endpoint';
import { ProblemError } from '../problem-error';
import { SubjectLookup } from './subject-lookup';

/**
 * What every call passes, in this order: who is it (401), is the thing in their newsroom (404), may they (403), did
 * they say what they saw (428), is what they sent well formed (422). So nobody learns anything of another newsroom's
 * things, not even by a validation message.
 */
@Injectable()
export class Gate implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
    private readonly subjects: SubjectLookup,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.admit(route, request);
    const ifMatch = request.headers['if-match'] ?? '';
    if (route.ifMatch && ifMatch === '') throw new ProblemError('precondition-needed');
    // On a public route there is no actor, and its handler does not ask for one.
    request.input = {
      ...readInput(route, request),
      actor: actor as Actor,
      ifMatch,
      language: chooseLanguage(request.headers['accept-language']),
    };
    return true;
  }

  private async admit(route: Route, request: FastifyRequest): Promise<Actor | undefined> {
    if (route.access === 'public') return undefined;
    const token = credentialsOf(request);
    const session = token === undefined ? undefined : await this.sessions.resolve(token);
    if (!session) throw new ProblemError('unauthenticated');
    const { actor } = session;
    request.actor = actor;
    if (session.mustChangePassword && route.access !== 'signedIn') throw new ProblemError('password-change-needed');
    if (route.subject && !(await this.subjects.exists(route.subject, (request.params as { id: string }).id, actor))) {
      throw new ProblemError('not-found');
    }
    if (route.access !== 'signedIn' && !permits(actor.roles, route.access)) throw new ProblemError('forbidden');
    return actor;
  }
}

function readInput(route: Route, request: FastifyRequest) {
  const language = chooseLanguage(request.headers['accept-language']);
  const params = route.params.safeParse(request.params);
  if (!params.success) throw new ProblemError('not-found');
  if (route.method !== 'GET' && !takes(route, mediaTypeOf(request))) throw new ProblemError('unsupported-media-type');
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

function takes(route: Route, given: string | undefined): boolean {
  if (route.takes === undefined) return given === undefined || given === 'application/json';
  return given === route.takes || (given === 'application/json' && !(route.body instanceof z.ZodUndefined));
}

const mediaTypeOf = (request: FastifyRequest): string | undefined =>
  request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();

/** No body is an empty one, on routes that take one and on routes that take none. */
function givenBody(route: Route, body: unknown): unknown {
  const takesNone = route.body instanceof z.ZodUndefined;
  if (takesNone)
    return typeof body === 'object' && body !== null && Object.keys(body).length === 0
      ? undefined
      : (body ?? undefined);
  return body ?? {};
}
