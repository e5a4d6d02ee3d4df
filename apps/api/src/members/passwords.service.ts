import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { PasswordQueue } from './password-queue';
import type { PasswordResult, PasswordWork } from './password-work';
import { oneTimePassword } from './passwords';

/** Threads: one core is left to everybody who is signed in already. Each takes 19 MiB while it hashes. */
const threads = Math.min(4, Math.max(1, availableParallelism() - 1));
/** Sign-ins that wait at most, and as many of known browsers; at 50 a second and thread, ten seconds. */
const mostWaiting = 500;

/** A password for somebody who may turn out to be new. */
export interface Credential {
  readonly passwordHash: string;
  /** There when it has to be handed over, and replaced at the first sign-in. */
  readonly oneTimePassword?: string;
}

/**
 * Hashes, verifies and judges passwords in threads of its own: neither the event loop nor the threads that read files
 * wait for it, however many sign in at once.
 */
@Injectable()
export class Passwords implements OnModuleDestroy {
  private readonly queue = new PasswordQueue(threads, mostWaiting);
  private pool: Piscina<PasswordWork, PasswordResult[PasswordWork['kind']]> | undefined;

  /** @throws ProblemError `unavailable` when too many wait */
  hash(password: string): Promise<string> {
    return this.run({ kind: 'hash', password });
  }

  /**
   * Whether a password is the right one: one whole verification, also where there is no hash to compare with.
   * @param isKnown whether it comes from a known browser, which goes first
   */
  matches(passwordHash: string | undefined, password: string, isKnown = false): Promise<boolean> {
    return this.run({ kind: 'verify', password, passwordHash }, isKnown);
  }

  /** Whether a guesser comes to it early. @param about what is known of the person */
  isGuessable(password: string, about: readonly string[]): Promise<boolean> {
    return this.run({ kind: 'judge', password, about });
  }

  /**
   * @param chosen the password itself; by default a one-time one is made up. Takes a while, so not within a transaction
   */
  async credential(chosen?: string): Promise<Credential> {
    return chosen === undefined ? this.oneTimeCredential() : { passwordHash: await this.hash(chosen) };
  }

  async oneTimeCredential(): Promise<Required<Credential>> {
    const password = oneTimePassword();
    return { passwordHash: await this.hash(password), oneTimePassword: password };
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool?.destroy();
  }

  private async run<Work extends PasswordWork>(work: Work, isFirst = false): Promise<PasswordResult[Work['kind']]> {
    const done = await this.queue.run(isFirst ? 'first' : 'others', () => this.perform(work));
    return done as PasswordResult[Work['kind']];
  }

  private async perform(work: PasswordWork): Promise<PasswordResult[PasswordWork['kind']]> {
    const script = new URL('./password-worker.js', import.meta.url);
    // From source, as tests run, there is no bundle that a thread could start from.
    if (!existsSync(script)) return (await import('./password-work')).perform(work);
    this.pool ??= new Piscina({ filename: script.href, minThreads: 1, maxThreads: threads, idleTimeout: 60_000 });
    return this.pool.run(work);
  }
}
