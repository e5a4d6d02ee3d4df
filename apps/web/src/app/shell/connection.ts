import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the server can be reached, as the last calls showed it. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly gone = signal(false);
  readonly lost = this.gone.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    view?.addEventListener('offline', () => this.lose());
    view?.addEventListener('online', () => void this.check());
  }

  restore(): void {
    this.gone.set(false);
  }

  /** Notes the loss and asks again every few seconds until somebody answers. */
  lose(): void {
    if (this.gone()) return;
    this.gone.set(true);
    const again = async (): Promise<void> => {
      if (this.gone() && !(await this.check())) setTimeout(() => void again(), 3000);
    };
    setTimeout(() => void again(), 3000);
  }

  /** Asks the server for a sign of life, beside all that the page is doing. */
  async check(): Promise<boolean> {
    const alive = await fetch('/health', { cache: 'no-store' }).then(
      (answer) => answer.status < 500,
      () => false,
    );
    if (alive) this.restore();
    return alive;
  }
}
