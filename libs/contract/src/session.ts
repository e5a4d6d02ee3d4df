import { roles } from '@belegg/domain';
import * as z from 'zod';
import { bounded, id, line, listOf, moment, person } from './primitives';

/**
 * Passwords are measured by length and by how soon a guesser comes to them, not by kinds of characters (NIST SP
 * 800-63B).
 */
export const password = bounded(200).min(10);

export const signInBody = z.strictObject({ email: line(254), password: bounded(200).min(1) });
export type SignIn = z.infer<typeof signInBody>;

export const changePasswordBody = z.strictObject({ current: bounded(200).min(1), next: password });
export type ChangePassword = z.infer<typeof changePasswordBody>;

export const forgottenPasswordBody = z.strictObject({ email: line(254) });
export type ForgottenPassword = z.infer<typeof forgottenPasswordBody>;
export const redeemPasswordLinkBody = z.strictObject({ secret: bounded(100).regex(/^[\w-]{43}$/), next: password });
export type RedeemPasswordLink = z.infer<typeof redeemPasswordLinkBody>;

export const switchNewsroomBody = z.strictObject({ newsroomId: id });

/** Who is signed in, where, and as what. */
export const session = z.object({
  account: person.extend({ email: z.string() }),
  newsroom: z.object({ id, name: z.string() }),
  roles: z.array(z.enum(roles)),
  /** A one-time password was used: nothing else is answered until a new one is set. */
  mustChangePassword: z.boolean(),
  newsrooms: z.array(z.object({ id, name: z.string() })),
});
export type SessionView = z.infer<typeof session>;

/** A session of mine in a browser. */
export const browserSession = z.object({
  id,
  /** By what one knows it again: "Firefox, Windows"; empty where the browser did not say. */
  browser: z.string(),
  isThisOne: z.boolean(),
  createdAt: moment,
  lastSeenAt: moment,
  expiresAt: moment,
});
export type BrowserSession = z.infer<typeof browserSession>;
export const browserSessionList = listOf(browserSession);
