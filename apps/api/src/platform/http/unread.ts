import type { FastifyServerOptions } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Config } from '../config';
import { describeProblem } from '../messages/messages';
import { ProblemError } from '../problem-error';
import { newId } from '../ids';
import { bareHeaders } from './headers';
import { answerProblem } from './problem-filter';

/** Answers what cannot be routed, such as an address that is no URL or has an endless part. */
export const answerUnroutable =
  (config: Config): NonNullable<FastifyServerOptions['frameworkErrors']> =>
  (_error, request, reply) => {
    reply.headers(bareHeaders(config));
    void answerProblem(reply, request, new ProblemError('not-found'));
  };

/**
 * Answers what cannot be read as HTTP, or does not arrive in time: there is no request and no language, only the
 * socket.
 */
export const answerUnreadable =
  (config: Config): NonNullable<FastifyServerOptions['clientErrorHandler']> =>
  ({ code }, socket) => {
    if (code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    const requestId = newId();
    const problem = describeProblem(
      new ProblemError(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'bad-request'),
      'nb',
      requestId,
    );
    const body = JSON.stringify(problem);
    const headers = {
      ...bareHeaders(config),
      'Content-Type': 'application/problem+json; charset=utf-8',
      'X-Request-Id': requestId,
      'Content-Length': Buffer.byteLength(body),
      'Content-Language': 'nb',
      'Cache-Control': 'no-store',
      Connection: 'close',
    };
    socket.end(
      [
        `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        '',
        body,
      ].join('\r\n'),
    );
  };
