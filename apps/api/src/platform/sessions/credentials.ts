import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';

/** With TLS, a name that a browser lets no other host and no unencrypted page set. */
const cookieName = (behindTls: boolean): string => (behindTls ? '__Host-belegg_session' : 'belegg_session');

/**
 * The secret that a call carries: a program's `Authorization: Bearer`, or a browser's cookie. With TLS only the cookie
 * counts that no neighbouring host can have set.
 */
export function credentialsOf(request: FastifyRequest, { behindTls }: Pick<Config, 'behindTls'>): string | undefined {
  const bearer = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName(behindTls)];
}

export function setSessionCookie(
  reply: FastifyReply,
  secret: string,
  expiresAt: Date,
  { behindTls }: Pick<Config, 'behindTls'>,
): void {
  reply.setCookie(cookieName(behindTls), secret, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: behindTls,
    expires: expiresAt,
  });
}

export function clearSessionCookie(reply: FastifyReply, { behindTls }: Pick<Config, 'behindTls'>): void {
  reply.clearCookie(cookieName(behindTls), { httpOnly: true, sameSite: 'lax', path: '/', secure: behindTls });
}
