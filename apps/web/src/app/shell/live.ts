import { computed, DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { event as eventSchema, routes, type EventView } from '@belegg/contract';
import { Subject } from 'rxjs';
import { Connection } from './connection';
import { type StreamMessage, messagesOf } from './event-stream';
import { Session } from './session';

/** Milliseconds until a stream that ended is opened again. */
const pause = 3000;

/**
 * What happens in the newsroom while the page is open, as the server tells it, without a gap: a stream that breaks
 * goes on after the last event. Of all tabs one listens and tells the others, since a browser opens only six
 * connections to a server and would come to a halt with the seventh.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly connection = inject(Connection);
  private readonly told = new Subject<EventView>();
  private last = '';
  readonly events = this.told.asObservable();

  constructor() {
    const session = inject(Session);
    // Until a one-time password is changed, nothing is told.
    const newsroom = computed(() =>
      session.current()?.mustChangePassword ? undefined : session.current()?.newsroom.id,
    );
    effect((onCleanup) => {
      const id = newsroom();
      if (!id || !this.view?.fetch) return;
      const end = new AbortController();
      onCleanup(() => end.abort());
      this.last = '';
      void this.join(`belegg.events.${id}`, end.signal);
    });
  }

  /** Hears the tab that listens, and takes its place when it is gone. */
  private async join(name: string, end: AbortSignal): Promise<void> {
    const tabs = new BroadcastChannel(name);
    tabs.onmessage = ({ data }: MessageEvent<StreamMessage>) => this.tell(data);
    end.addEventListener('abort', () => tabs.close());
    // Locks need HTTPS or this machine; elsewhere each tab listens by itself.
    if (!navigator.locks) return this.listen(tabs, end);
    await navigator.locks
      .request(name, { signal: end }, () => this.listen(tabs, end))
      .catch((error: unknown) => {
        if (!end.aborted) throw error;
      });
  }

  private async listen(tabs: BroadcastChannel, end: AbortSignal): Promise<void> {
    while (!end.aborted) {
      try {
        const answer = await fetch(routes.streamEvents.path, {
          signal: end,
          headers: this.last ? { 'Last-Event-ID': this.last } : {},
        });
        if (answer.ok && answer.body) {
          this.connection.restore();
          for await (const message of messagesOf(answer.body)) {
            this.tell(message);
            tabs.postMessage(message);
          }
        }
      } catch {
        if (!end.aborted) this.connection.lose();
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  private tell({ id, data }: StreamMessage): void {
    this.last = id;
    const read = eventSchema.safeParse(JSON.parse(data));
    if (read.success) this.told.next(read.data);
  }
}
