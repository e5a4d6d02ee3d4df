import { hashSync, verifySync } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';

/**
 * Argon2id (the package's default) with the least that OWASP's Password Storage Cheat Sheet names: 19 MiB, two passes,
 * one lane. About 20 ms a guess.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Unicode spellings of one password are one (NIST SP 800-63B). */
const normalized = (password: string): string => password.normalize('NFKC');

/** Holds its thread for as long as it takes; the server hashes by `Passwords`. */
export const hashPassword = (password: string): string => hashSync(normalized(password), cost);

/** Letters and digits that cannot be taken for one another; 16 of them are 79 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A password to be handed over, such as "k7mq-x3ta-9wce-h4rp". It has to be replaced at the first sign-in. */
export const oneTimePassword = (): string => [group(), group(), group(), group()].join('-');

let nobody: string | undefined;

/**
 * Always one whole verification, also where there is no hash to compare with, so that an unknown name takes as long as
 * a known one.
 */
export function verifyPassword(passwordHash: string | undefined, password: string): boolean {
  nobody ??= hashPassword(oneTimePassword());
  const isRight = verifySync(passwordHash || nobody, normalized(password));
  return isRight && Boolean(passwordHash);
}
