import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from './problem-filter';
import { ProblemError } from '../problem-error';
import type { SecurityLog } from '../security-log';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a changing call comes from another site. Browsers say so themselves (`Sec-Fetch-Site`, and `Origin` where
 * that is missing); programs send neither, and a cookie never travels with their calls by itself.
 */
export function isCrossSite({ method, headers, host }: Pick<FastifyRequest, 'method' | 'headers' | 'host'>): boolean {
  if (reading.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== host;
}

/** Fastify hook: refuses cross-site writes before their body is read. */
export const refuseCrossSite =
  (log: SecurityLog) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!isCrossSite(request)) return;
    await log.refused('cross-site', request, {
      origin: String(request.headers.origin ?? request.headers['sec-fetch-site']).slice(0, 300),
    });
    await answerProblem(reply, request, new ProblemError('cross-site'));
  };
