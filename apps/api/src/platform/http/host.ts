import type { FastifyRequest } from 'fastify';
import { isIP } from 'node:net';
import type { Config } from '../config';
import { ProblemError } from '../problem-error';

/** What machines ask of the server itself, by whatever name they have for it. */
const operational = new Set(['/health', '/ready', '/metrics']);

/** The name in a `Host` header, without its port and the brackets of an IPv6 address. */
const nameIn = (host: string): string =>
  host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();

/**
 * Whether the server answers to a host. A page of another site can be made to resolve to this address (DNS rebinding),
 * and then reads and writes as if it were ours; it cannot choose a name that is ours, nor an address without a name.
 */
export function answersTo(host: string, { publicUrl, host: listens }: Pick<Config, 'publicUrl' | 'host'>): boolean {
  const name = nameIn(host);
  if (name === 'localhost' || isIP(name) !== 0 || name === listens.toLowerCase()) return true;
  return publicUrl !== undefined && name === nameIn(new URL(publicUrl).host);
}

/** Fastify hook: refuses calls to another host (421). */
export const refuseOtherHosts =
  (config: Config) =>
  async (request: FastifyRequest): Promise<void> => {
    if (answersTo(request.host, config) || operational.has(request.url.split('?')[0] ?? '')) return;
    throw new ProblemError('misdirected');
  };

/** How the server is reached: as its settings say, else as this caller did. Without a slash at the end. */
export const originOf = (request: FastifyRequest, { publicUrl }: Pick<Config, 'publicUrl'>): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;
