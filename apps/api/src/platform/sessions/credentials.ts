import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';

type Tls = Pick<Config, 'behindTls'>;

/** With TLS, a name that a browser lets no other host and no unencrypted page set. */
const cookieName = (name: 'session' | 'browser', { behindTls }: Tls): string =>
  `${behindTls ? '__Host-' : ''}belegg_${name}`;

const attributes = ({ behindTls }: Tls): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: behindTls,
});

/**
 * The secret that a call carries: a program's `Authorization: Bearer`, or a browser's cookie. With TLS only the cookie
 * counts that no neighbouring host can have set.
 */
export function credentialsOf(request: FastifyRequest, config: Tls): string | undefined {
  const bearer = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName('session', config)];
}

export function setSessionCookie(reply: FastifyReply, secret: string, expires: Date, config: Tls): void {
  reply.setCookie(cookieName('session', config), secret, { ...attributes(config), expires });
}

export function clearSessionCookie(reply: FastifyReply, config: Tls): void {
  reply.clearCookie(cookieName('session', config), attributes(config));
}

/** The secret by which a browser is known again, also when nobody is signed in. */
export const browserOf = (request: FastifyRequest, config: Tls): string | undefined =>
  /^[\w-]{43}$/.exec(request.cookies[cookieName('browser', config)] ?? '')?.[0];

export function setBrowserCookie(reply: FastifyReply, secret: string, expires: Date, config: Tls): void {
  reply.setCookie(cookieName('browser', config), secret, { ...attributes(config), expires });
}
