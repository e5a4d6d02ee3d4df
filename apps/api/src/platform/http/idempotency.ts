import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { firstValueFrom, type Observable, of } from 'rxjs';
import type { Actor } from '../actor';
import { Database } from '../database/database';
import { invalidField, ProblemError } from '../problem-error';
import { ROUTE } from './endpoint';
import { FirstAnswers, type KeyedCall } from './first-answers';

/**
 * Answers a call that comes again with the same `Idempotency-Key` as it was answered first. The answer is kept in the
 * transaction that makes the thing, so that there is never one without the other, and of calls that come at once one is
 * made and the others get its answer.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly answers: FirstAnswers,
  ) {}

  /** @throws ProblemError `key-reused` when the key belongs to another call; `invalid` when it cannot be one */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (!route?.idempotent || key === undefined) return next.handle();
    const call = keyedCall(request, key);
    const replay = async (): Promise<Observable<unknown> | undefined> => {
      const first = await this.answers.find(call);
      if (!first) return undefined;
      if (!first.digest.equals(call.digest)) throw new ProblemError('key-reused');
      http.getResponse<FastifyReply>().header('Idempotency-Replayed', 'true');
      return of(JSON.parse(first.answer));
    };
    const before = await replay();
    if (before) return before;
    try {
      const keep = this.answers.keep(call);
      return of(await this.database.beforeCommit(keep, () => firstValueFrom(next.handle())));
    } catch (error) {
      // Whatever stood in the way: it may be what the first of them made.
      const meanwhile = await replay();
      if (!meanwhile) throw error;
      return meanwhile;
    }
  }
}

function keyedCall(request: FastifyRequest, key: string | string[]): KeyedCall {
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw invalidField('Idempotency-Key', 'keyForm');
  const said = `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`;
  return { key, actor: request.actor as Actor, digest: createHash('sha256').update(said).digest() };
}
