import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@belegg/contract';
import type { FastifyReply } from 'fastify';
import { isDeepStrictEqual } from 'node:util';
import { map, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config';
import { ROUTE } from './endpoint';

/** Puts a thing's ETag into the header too, keeps private data out of caches, and in tests holds answers to the contract. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.header('Cache-Control', 'no-store');
    return next.handle().pipe(
      map((answer: unknown) => {
        if (this.config.checkAnswers && !route.answers) assertAnswer(route, answer);
        if (hasEtag(answer)) reply.header('ETag', answer.etag);
        return answer;
      }),
    );
  }
}

function hasEtag(answer: unknown): answer is { etag: string } {
  return typeof answer === 'object' && answer !== null && 'etag' in answer && typeof answer.etag === 'string';
}

/** @throws Error when an answer is not what the contract says, or says more than it */
function assertAnswer(route: Route, answer: unknown): void {
  const sent: unknown = answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  const read = route.answer.parse(sent);
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(read ?? null)), sent ?? null)) {
    throw new Error(`the answer of ${route.method} ${route.path} has fields that the contract does not know`);
  }
}
