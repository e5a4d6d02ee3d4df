import { effect, inject, Injectable } from '@angular/core';
import { event as eventSchema, eventTypes, routes, type EventView } from '@belegg/contract';
import { Subject } from 'rxjs';
import { Session } from './session';

/** What happens in the newsroom while the page is open, as the server tells it. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly session = inject(Session);
  private readonly told = new Subject<EventView>();
  readonly events = this.told.asObservable();

  constructor() {
    effect((onCleanup) => {
      if (!this.session.current() || typeof EventSource === 'undefined') return;
      // The browser connects again by itself and says what it saw last.
      const source = new EventSource(routes.streamEvents.path);
      const tell = ({ data }: MessageEvent<string>): void => {
        const read = eventSchema.safeParse(JSON.parse(data));
        if (read.success) this.told.next(read.data);
      };
      for (const type of ['message', ...eventTypes]) source.addEventListener(type, tell);
      onCleanup(() => source.close());
    });
  }
}
