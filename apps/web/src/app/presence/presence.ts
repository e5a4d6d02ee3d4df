import { DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { routes, urlOf, type Present } from '@belegg/contract';
import { filter, throttleTime } from 'rxjs';
import { Api } from '../shell/api';
import { Live } from '../shell/live';
import { ProblemError } from '../shell/problem-error';
import { Session } from '../shell/session';

/** Milliseconds between two signs of life, and until a new place is told. */
const pause = 20_000;
const settle = 1_000;

/** Where the hand is: a sentence by its index, the claim that is open. */
export interface Place {
  readonly sentence?: number;
  readonly annotationId?: string;
}

/** Who else has an article open, and where; tells the others the same of this page, and that it is closed. */
@Injectable()
export class Presence {
  private readonly api = inject(Api);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly tab = crypto.randomUUID();
  private readonly article = signal<string | undefined>(undefined);
  private readonly present = signal<readonly Present[]>([]);
  private readonly place = signal<() => Place>(() => ({}));
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly others = this.present.asReadonly();

  constructor() {
    const me = inject(Session).current()?.account.id;
    effect((onCleanup) => {
      const id = this.article();
      if (id === undefined) return;
      untracked(() => void this.tell());
      onCleanup(() => this.leave(id));
    });
    effect(() => {
      this.place()();
      if (this.article() !== undefined) this.tellIn(settle);
    });
    // Whoever does something here is here; they need not wait to be seen.
    inject(Live)
      .events.pipe(
        filter(({ articleId, actor }) => articleId === this.article() && actor.id !== me && !this.knows(actor.id)),
        throttleTime(settle),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.tellIn(settle));
    const back = (): void => this.tellIn(0);
    const away = (): void => {
      const id = this.article();
      if (id !== undefined) this.leave(id);
    };
    this.view?.addEventListener('focus', back);
    this.view?.addEventListener('pageshow', back);
    this.view?.addEventListener('pagehide', away);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.view?.removeEventListener('focus', back);
      this.view?.removeEventListener('pageshow', back);
      this.view?.removeEventListener('pagehide', away);
    });
  }

  /** Call it where injection is possible, and once. @param place read as a signal is */
  follow(article: () => string | undefined, place: () => Place): void {
    this.place.set(place);
    effect(() => this.article.set(article()));
  }

  private knows(id: string): boolean {
    return this.present().some(({ person }) => person.id === id);
  }

  private tellIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.tell(), milliseconds);
  }

  /** What cannot be told now is told the next time. */
  private async tell(): Promise<void> {
    const id = this.article();
    if (id === undefined) return;
    this.tellIn(pause);
    if (this.view?.document.visibilityState === 'hidden') return;
    try {
      const body = { tab: this.tab, ...this.place()() };
      const { others } = await this.api.call(routes.bePresent, { params: { id }, body });
      if (id === this.article()) this.present.set(others);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private leave(id: string): void {
    this.present.set([]);
    const body = new Blob([JSON.stringify({ tab: this.tab })], { type: 'application/json' });
    this.view?.navigator.sendBeacon?.(urlOf(routes.leave, { params: { id } }), body);
  }
}
