import { roles, scopes } from '@belegg/domain';
import * as z from 'zod';
import { bounded, id, line, listOf, moment } from './primitives';

const heldRoles = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .refine((held) => new Set(held).size === held.length, { error: 'duplicate' });

export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  disabled: z.boolean(),
  createdAt: moment,
});
export type Member = z.infer<typeof member>;
export const memberList = listOf(member);

export const addMemberBody = z.strictObject({
  name: line(120),
  email: bounded(254).check(z.email()),
  roles: heldRoles,
});
export type AddMember = z.infer<typeof addMemberBody>;

export const changeMemberBody = z.strictObject({ roles: heldRoles.optional(), disabled: z.boolean().optional() });
export type ChangeMember = z.infer<typeof changeMemberBody>;

/** Shown once; absent when the person already had an account with a password of their own. */
export const memberWithPassword = member.extend({ oneTimePassword: z.string().optional() });
export type MemberWithPassword = z.infer<typeof memberWithPassword>;

/**
 * A secret for programs, sent as `Authorization: Bearer`. It may do what its owner may do in this newsroom, as far as
 * its scopes go.
 */
export const token = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: moment,
  lastSeenAt: moment,
  expiresAt: moment,
});
export type Token = z.infer<typeof token>;
export const tokenList = listOf(token);
export const newTokenBody = z.strictObject({
  name: line(120),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .max(scopes.length)
    .refine((wanted) => new Set(wanted).size === wanted.length, { error: 'duplicate' })
    .default(['read', 'write', 'review']),
  days: z.int().min(1).max(366).default(90),
});
export type NewToken = z.infer<typeof newTokenBody>;
export const tokenWithSecret = token.extend({ secret: z.string() });
export type TokenWithSecret = z.infer<typeof tokenWithSecret>;
