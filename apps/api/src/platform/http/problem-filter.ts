import { Catch, HttpException, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { routes, type ProblemCode } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config';
import { Room } from '../health/room';
import { chooseLanguage, describeProblem } from '../messages/messages';
import { credentialsOf } from '../sessions/credentials';
import { SecurityLog } from '../security-log';
import { ProblemError, retryAfterOf } from '../problem-error';
import { Redactions } from '../redaction';
import { bodyLimitOf, tooLargeBody } from './bounds';
import { renderProblemPage, wantsPage } from './problem-page';

/** Refusals that the security log keeps: somebody reached for what is not theirs. */
const suspicious: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unauthenticated',
  'forbidden',
  'own-work',
  'cross-site',
  'misdirected',
  'not-found',
  'wrong-password',
  'too-many-attempts',
]);

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'not-found',
  405: 'not-found',
  408: 'too-slow',
  413: 'too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

/** Answers every error as problem+json (RFC 9457), in the caller's language, and never with a stack trace. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly securityLog: SecurityLog,
    private readonly room: Room,
    private readonly redactions: Redactions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = await this.redact(toProblem(error, request), request);
    if (problem.code === 'internal') request.log.error({ err: error }, 'unforeseen error');
    // Not of a look at it, or it would never be over.
    if (problem.code === 'no-space' && request.method !== 'GET') this.room.noteFull();
    if (isSuspicious(problem, request, this.config))
      await this.securityLog.refused(problem.code, request, problem.logged);
    await answerProblem(http.getResponse<FastifyReply>(), request, problem);
  }

  /** What it brings along, such as the thing as it is now, as the caller may see it. */
  private async redact(problem: ProblemError, { actor, headers }: FastifyRequest): Promise<ProblemError> {
    if (!actor?.hasHidden) return problem;
    const redaction = await this.redactions.for(actor, chooseLanguage(headers['accept-language']));
    return new ProblemError(problem.code, redaction.apply(problem.details), problem.logged);
  }
}

/**
 * A path that does not exist means something only from somebody known, and the page asks who is signed in before
 * anybody is.
 */
function isSuspicious({ code }: ProblemError, request: FastifyRequest, config: Config): boolean {
  if (code === 'not-found') return request.actor !== undefined;
  if (code === 'unauthenticated' && request.routeOptions.url === routes.whoAmI.path)
    return credentialsOf(request, config) !== undefined;
  return suspicious.has(code);
}

/** Sends a problem, also from places outside of Nest: as data, or as a page to a browser that was led to an address. */
export async function answerProblem(
  reply: FastifyReply,
  request: FastifyRequest,
  problem: ProblemError,
): Promise<void> {
  const language = chooseLanguage(request.headers['accept-language']);
  const body = describeProblem(problem, language, request.id);
  if (reply.sent) return;
  const retryAfter = problem.details.retryAfter ?? retryAfterOf[problem.code];
  const isPage = request.method === 'GET' && wantsPage(request.headers.accept);
  const page = isPage ? renderProblemPage(body, language, request.url) : undefined;
  await reply
    .status(body.status)
    .headers(page?.headers ?? { 'Content-Type': 'application/problem+json; charset=utf-8' })
    .header('X-Request-Id', request.id)
    .header('Content-Language', language)
    .header('Cache-Control', 'no-store')
    .header('Vary', 'Accept, Accept-Language')
    .headers(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) })
    .send(page?.body ?? JSON.stringify(body));
}

function toProblem(error: unknown, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | undefined)?.statusCode;
  const code = byStatus[status ?? 500] ?? ((status ?? 500) < 500 ? 'bad-request' : 'internal');
  return code === 'too-large' ? tooLargeBody(bodyLimitOf(request)) : new ProblemError(code);
}
