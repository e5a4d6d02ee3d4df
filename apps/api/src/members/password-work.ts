import { hashPassword, verifyPassword } from './passwords';

/** What takes so long that it is done in a thread. */
export type PasswordWork =
  | { readonly kind: 'hash'; readonly password: string }
  | { readonly kind: 'verify'; readonly password: string; readonly passwordHash: string | undefined }
  | { readonly kind: 'judge'; readonly password: string; readonly about: readonly string[] };

/** The hash; whether the password is right; whether it can be guessed. */
export interface PasswordResult {
  readonly hash: string;
  readonly verify: boolean;
  readonly judge: boolean;
}

/** Does the work where it is called. */
export async function perform(work: PasswordWork): Promise<PasswordResult[PasswordWork['kind']]> {
  switch (work.kind) {
    case 'hash':
      return hashPassword(work.password);
    case 'verify':
      return verifyPassword(work.passwordHash, work.password);
    case 'judge':
      // Its lists take 25 MB, and few ever choose a password.
      return (await import('./password-strength')).isGuessable(work.password, work.about);
  }
}
