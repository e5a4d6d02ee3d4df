import { computed, inject, Injectable, signal } from '@angular/core';
import { routes, type ChangePassword, type SessionView, type SignIn } from '@belegg/contract';
import { permits, type Permission } from '@belegg/domain';
import { Api } from './api';
import { ProblemError } from './problem-error';

/** Who is signed in, where and as what. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  /** `undefined`: not asked yet; `null`: nobody. */
  private readonly state = signal<SessionView | null | undefined>(undefined);
  private asking: Promise<SessionView | null> | undefined;

  readonly current = computed(() => this.state() ?? undefined);

  /** What the page may offer; the server decides by itself. */
  can(permission: Permission): boolean {
    return permits(this.current()?.roles ?? [], permission);
  }

  /** Who is signed in, asked once; `null` for nobody. Waits for as long as the server cannot be reached. */
  async ready(): Promise<SessionView | null> {
    return this.state() !== undefined
      ? (this.current() ?? null)
      : (this.asking ??= this.ask().finally(() => {
          this.asking = undefined;
        }));
  }

  async signIn(credentials: SignIn): Promise<SessionView> {
    return this.hold(await this.api.call(routes.signIn, { body: credentials }));
  }

  async changePassword(change: ChangePassword): Promise<SessionView> {
    return this.hold(await this.api.call(routes.changePassword, { body: change }));
  }

  async switchNewsroom(newsroomId: string): Promise<SessionView> {
    return this.hold(await this.api.call(routes.switchNewsroom, { body: { newsroomId } }));
  }

  async signOut(): Promise<void> {
    await this.api.call(routes.signOut, {});
    this.state.set(null);
  }

  private hold(session: SessionView): SessionView {
    this.state.set(session);
    return session;
  }

  private async ask(): Promise<SessionView | null> {
    for (;;) {
      try {
        return this.hold(await this.api.call(routes.whoAmI, {}));
      } catch (error) {
        if (error instanceof ProblemError && error.is('unauthenticated')) {
          this.state.set(null);
          return null;
        }
        if (!(error instanceof ProblemError) || !error.is('unavailable')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2000));
      }
    }
  }
}
