import { inject, Injectable, signal } from '@angular/core';
import { Announcer } from './announcer';

/** A short message about what just happened. One with an action stays until it is answered or put away. */
export interface Toast {
  readonly text: string;
  /** Whether it goes by itself, though it has an action. */
  readonly isBrief?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Says what just happened: to the eye, and to a screen reader. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly announcer = inject(Announcer);
  private readonly shown = signal<readonly Toast[]>([]);
  readonly all = this.shown.asReadonly();

  say(text: string, action?: Toast['action']): void {
    const toast: Toast = { text, ...(action && { action }) };
    this.show(toast);
    this.announcer.say(text);
    if (!action) setTimeout(() => this.dismiss(toast), 6000);
  }

  /**
   * Says it with an action that is offered for a while only, since it can be had otherwise too. Returns how to put it
   * away.
   */
  sayBriefly(text: string, action: Required<Toast>['action']): () => void {
    const toast: Toast = { text, action, isBrief: true };
    this.show(toast);
    this.announcer.say(text);
    const timer = setTimeout(() => this.dismiss(toast), 12_000);
    return () => {
      clearTimeout(timer);
      this.dismiss(toast);
    };
  }

  /** To a screen reader alone, for what the eye sees anyway. */
  announce(text: string): void {
    this.announcer.say(text);
  }

  /** What goes by itself gives way to what comes after it; what waits for an answer stays. */
  private show(toast: Toast): void {
    this.shown.update((all) => [...all.filter(({ action, isBrief }) => action && !isBrief), toast].slice(-3));
  }

  dismiss(toast: Toast): void {
    this.shown.update((all) => all.filter((one) => one !== toast));
  }
}
