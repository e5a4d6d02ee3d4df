import type { LoggerService } from '@nestjs/common';
import {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import type { Config } from './config';
import { newId } from './ids';

/** From the gravest to the finest; `silent` writes nothing. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** What a request id may look like, so that it can stand in a header, in a URN and in a log line as it is. */
const safeId = /^[\w.:=-]{1,128}$/;

/**
 * The id by which a caller or a proxy knows the request (`X-Request-Id`), or a new one where it is none that we repeat.
 */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && safeId.test(given) ? given : newId();
}

/** Fastify's options for logs: JSON lines (pino) to standard error, which never carries results. */
export const logOptions = ({ logLevel: level }: Pick<Config, 'logLevel'>): FastifyServerOptions => ({
  genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
  // Fastify's own lines hold the path; ours are below.
  logController: new LogController({ disableRequestLogging: true }),
  logger: {
    level,
    stream: process.stderr,
    base: { pid: process.pid },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: describeError },
  },
});

/**
 * What must not be in a log: addresses of people, secrets in addresses of servers, and our own tokens (43 characters).
 */
const confidential: readonly (readonly [RegExp, string])[] = [
  [/(\w+:\/\/)[^\s/@]+@/g, '$1[secret]@'],
  [/[^\s@"'<>(`]+@[^\s@"'<>)`]+\.[^\s@"'<>)`]+/g, '[address]'],
  [/(?<![\w-])[\w-]{40,}(?![\w-])/g, '[secret]'],
];

/** A text without personal data and secrets, as far as their form tells. */
export const withoutSecrets = (text: string): string =>
  confidential.reduce((cleaned, [pattern, replacement]) => cleaned.replaceAll(pattern, replacement), text);

/**
 * An error for the log. Of PostgreSQL's own fields only the code: its details repeat the values of rows. Of Prisma's
 * messages only the last paragraph: the others repeat what was to be written.
 */
export function describeError(error: unknown): { type: string; message: string; stack: string; code?: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutSecrets(String(error)), stack: '' };
  const { code } = error as { code?: unknown };
  const { message, stack = '' } = error;
  const told = /^\s*Invalid `.*` invocation/.test(message) ? (message.trim().split('\n\n').at(-1) ?? '') : message;
  return {
    type: error.name,
    message: withoutSecrets(told),
    // The frames alone: above them the message stands once more.
    stack: /^ {4}at [^]*/m.exec(stack)?.[0] ?? '',
    ...(typeof code === 'string' && { code }),
  };
}

/** Nest's own lines, in the same log. */
export function nestLogger(log: FastifyBaseLogger): LoggerService {
  const write = (level: 'error' | 'warn' | 'debug') => (message: unknown, context?: unknown) => {
    const err = message instanceof Error ? { err: message } : {};
    const text = withoutSecrets(message instanceof Error ? message.message : String(message));
    log[level]({ ...err, ...(typeof context === 'string' && { context: withoutSecrets(context) }) }, text);
  };
  return {
    // Which module was loaded when is no news.
    log: write('debug'),
    error: (message: unknown, ...rest: unknown[]) => write('error')(message, rest.at(-1)),
    warn: write('warn'),
  };
}

/** What is asked all the time by machines, and the files of the page: told only to whoever wants to know it all. */
const isRoutine = (route: string | undefined): boolean =>
  route === undefined || ['/health', '/ready', '/metrics', '/*'].includes(route) || !route.startsWith('/api/');

/**
 * One line for each request: which route (never the path, which holds ids), for which newsroom, how it ended and after
 * how many milliseconds. The caller gets the id of the request in `X-Request-Id`.
 */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) write(request, reply, { aborted: true });
    });
  });
  fastify.addHook('onResponse', async (request, reply) => write(request, reply));
}

function write(request: FastifyRequest, reply: FastifyReply, more: object = {}): void {
  const { url: route } = request.routeOptions;
  const failed = reply.statusCode >= 500;
  const level = failed ? 'error' : isRoutine(route) ? 'debug' : 'info';
  request.log[level](
    {
      method: request.method,
      route: route ?? 'none',
      newsroom: request.actor?.newsroomId,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...more,
    },
    'request',
  );
}
