import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDeepStrictEqual } from 'node:util';
import { mergeMap, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config';
import { chooseLanguage } from '../messages/messages';
import { Redactions } from '../redaction';
import { ROUTE } from './endpoint';
import { KeptBytes } from './kept-answer';

/**
 * Puts a thing's ETag into the header too, keeps private data out of caches and from whoever does not see it, and in
 * tests holds answers to the contract.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly redactions: Redactions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { actor, headers } = http.getRequest<FastifyRequest>();
    const language = chooseLanguage(headers['accept-language']);
    reply.header('Cache-Control', 'no-store');
    return next.handle().pipe(
      mergeMap(async (given: unknown) => {
        const answer = await this.redactions.apply(actor, language, given);
        if (this.config.checkAnswers && !route.answers) assertAnswer(route, answer);
        if (hasEtag(answer)) reply.header('ETag', answer.etag);
        return answer instanceof KeptBytes ? sendKept(answer, http.getRequest<FastifyRequest>(), reply) : answer;
      }),
    );
  }
}

async function sendKept(answer: KeptBytes, { headers }: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { bytes, encoding } = await answer.encoded(headers['accept-encoding']);
  reply.header('Vary', 'Accept-Encoding').header('ETag', answer.tagFor(encoding));
  if (answer.isKnown(headers['if-none-match'])) {
    reply.status(304);
    return undefined;
  }
  reply.header('Content-Type', answer.mediaType);
  if (encoding) reply.header('Content-Encoding', encoding);
  return bytes;
}

function hasEtag(answer: unknown): answer is { etag: string } {
  return typeof answer === 'object' && answer !== null && 'etag' in answer && typeof answer.etag === 'string';
}

/** @throws Error when an answer is not what the contract says, or says more than it */
function assertAnswer(route: Route, answer: unknown): void {
  const json = answer instanceof KeptBytes ? answer.bytes.toString() : JSON.stringify(answer);
  const sent: unknown = answer === undefined ? undefined : JSON.parse(json);
  const read = route.answer.parse(sent);
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(read ?? null)), sent ?? null)) {
    throw new Error(`the answer of ${route.method} ${route.path} has fields that the contract does not know`);
  }
}
