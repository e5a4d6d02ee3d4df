import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from './problem-filter';
import { ProblemError } from '../problem-error';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a changing call comes from another site. Browsers say so themselves (`Sec-Fetch-Site`, and `Origin` where
 * that is missing); programs send neither, and a cookie never travels with their calls by itself.
 */
export function isCrossSite({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (reading.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (headers.origin === undefined) return false;
  try {
    return new URL(headers.origin).host !== headers.host;
  } catch {
    return true;
  }
}

/** Fastify hook: refuses cross-site writes before their body is read. */
export async function refuseCrossSite(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isCrossSite(request)) await answerProblem(reply, request, new ProblemError('cross-site'));
}
