import { DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { Dialogs } from './dialogs';
import { Session } from './session';

/** When a session has ended under an open page: asks for the password over it, once for all calls that wait. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly dialogs = inject(Dialogs);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly injector = inject(Injector);
  private asking: Promise<boolean> | undefined;

  /** Whether the call may be made again. */
  ask(): Promise<boolean> {
    return (this.asking ??= this.open().finally(() => {
      this.asking = undefined;
    }));
  }

  private async open(): Promise<boolean> {
    // Asked for late: the session calls the server, whose refusals come here.
    const session = this.injector.get(Session);
    const before = session.current();
    const renewed = await this.dialogs.open<boolean>(
      () => import('../sign-in/sign-in-dialog').then((m) => m.SignInDialog),
      before?.account,
    );
    const now = session.current();
    if (renewed && before && now && (now.account.id !== before.account.id || now.newsroom.id !== before.newsroom.id)) {
      // Somebody else has sat down: what the page shows is not theirs.
      this.view?.location.assign('/');
      return false;
    }
    return renewed ?? false;
  }
}
