import { Inject, Injectable } from '@nestjs/common';
import { permits } from '@belegg/domain';
import type { Route } from '@belegg/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../actor';
import { CONFIG, type Config } from '../config';
import { ProblemError } from '../problem-error';
import { credentialsOf } from '../sessions/credentials';
import { SessionStore, type ResolvedSession } from '../sessions/session-store';
import { describedRoute } from './described';
import { isThere } from './subject';

/**
 * What every call passes before any of its body is read, in this order: who is it (401), is the thing in their newsroom
 * (404), may they (403), did they say what they saw (428), is it of a type that is read here (415). So nobody makes the
 * server work who may not, and nobody learns anything of another newsroom's things, not even by a validation message.
 */
@Injectable()
export class Admission {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionStore,
  ) {}

  /** Fastify hook (`onRequest`). @throws ProblemError for the reasons above */
  readonly admit = async (request: FastifyRequest): Promise<void> => {
    if (request.is404) throw new ProblemError('not-found');
    const route = describedRoute(request);
    if (!route) return;
    if (route.access !== 'public') await this.identify(route, request);
    if (route.ifMatch && (request.headers['if-match'] ?? '') === '') throw new ProblemError('precondition-needed');
    if (route.method !== 'GET' && !takes(route, mediaTypeOf(request))) throw new ProblemError('unsupported-media-type');
  };

  private async identify(route: Route, request: FastifyRequest): Promise<Actor> {
    const token = credentialsOf(request, this.config);
    const subject = isThere(route.subject, (request.params as { id: string }).id);
    const session = token === undefined ? undefined : await this.sessions.resolve(token, subject);
    if (!session) throw new ProblemError('unauthenticated');
    const { actor } = session;
    request.actor = actor;
    if (session.mustChangePassword && route.access !== 'signedIn') throw new ProblemError('password-change-needed');
    if (!session.seesSubject) throw new ProblemError('not-found');
    if (!isWithin(route.access, session)) throw new ProblemError('forbidden');
    if (route.grantsAccess && session.scopes) throw new ProblemError('forbidden');
    if (route.grantsAccess && !session.hasRecentPassword) throw new ProblemError('recent-password-needed');
    return actor;
  }
}

/** Whether the caller's roles allow it and, of a token, its scopes. */
function isWithin(access: Route['access'], { actor, scopes }: ResolvedSession): boolean {
  if (access === 'public' || access === 'signedIn') return true;
  const isInScope = scopes === undefined || scopes.some((scope) => scope === access);
  return isInScope && permits(actor.roles, access);
}

function takes(route: Route, given: string | undefined): boolean {
  if (route.takes === undefined) return given === undefined || given === 'application/json';
  return given === route.takes || (given === 'application/json' && !(route.body instanceof z.ZodUndefined));
}

/** The media type of a body, without its parameters. */
export const mediaTypeOf = (request: FastifyRequest): string | undefined =>
  request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
