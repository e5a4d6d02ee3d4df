import type { FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { browserOf, credentialsOf } from './credentials';

/** From where, and by what, somebody comes to sign in. */
export interface Visit {
  readonly address: string;
  readonly method: string;
  readonly path: string;
  readonly userAgent: string;
  /** The secret of the session that the browser has, if any. */
  readonly session: string | undefined;
  /** The secret by which the browser may be known. */
  readonly browser: string | undefined;
}

export const visitOf = (request: FastifyRequest, config: Pick<Config, 'behindTls'>): Visit => ({
  address: request.ip,
  method: request.method,
  path: pathOf(request),
  userAgent: request.headers['user-agent'] ?? '',
  session: credentialsOf(request, config),
  browser: browserOf(request, config),
});

/** What was called, without its query. */
export const pathOf = ({ url }: Pick<FastifyRequest, 'url'>): string => url.split('?')[0]?.slice(0, 500) ?? '';
