import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { EventView } from '@belegg/contract';
import { Readable } from 'node:stream';
import type { Actor } from '../platform/actor';
import { Metrics } from '../platform/health/metrics';
import { ProblemError } from '../platform/problem-error';
import { SessionStore } from '../platform/sessions/session-store';
import { Redactions } from '../platform/redaction';
import { EventListener } from './event-listener';
import { EventReader, type Batch } from './event.reader';
import type { WakeUp } from './wake-up';

/** Milliseconds. A sign of life after so long without an event. */
const heartbeat = 20_000;
/** Milliseconds after which the log is looked at, should a wake-up have been lost. */
const poll = 5_000;

/** Events, and as their reader may see them. */
interface ShownBatch extends Batch {
  readonly shown: readonly EventView[];
}

/** Server-sent events (HTML Living Standard, 9.2) from the log of a newsroom. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly open = new Set<AbortController>();
  private isStopping = false;

  constructor(
    private readonly reader: EventReader,
    private readonly sessions: SessionStore,
    private readonly listener: EventListener,
    private readonly redactions: Redactions,
    metrics: Metrics,
  ) {
    metrics.gauge('event_streams_open', 'Streams of events that somebody reads', () => this.count);
  }

  /**
   * A stream that lasts as long as somebody reads it, the session lives and the server runs. The log is read only as
   * fast as the stream is.
   * @param lastEventId what the reader saw last; without it, the stream begins now
   * @param end ended by whoever asks when the reader is gone, and by us when the server stops
   * @throws ProblemError `unavailable`
   */
  async start(actor: Actor, lastEventId: string | undefined, end: AbortController): Promise<Readable> {
    const position = await this.reader.positionOf(actor.newsroomId, lastEventId);
    if (this.isStopping || end.signal.aborted) throw new ProblemError('unavailable');
    this.open.add(end);
    end.signal.addEventListener(
      'abort',
      () => {
        this.open.delete(end);
      },
      { once: true },
    );
    const wakeUp = this.listener.subscribe(actor.newsroomId, end.signal);
    return Readable.from(this.tell(actor, position, wakeUp, end.signal), { objectMode: false });
  }

  /** How many are open. */
  get count(): number {
    return this.open.size;
  }

  onModuleDestroy(): void {
    this.isStopping = true;
    for (const end of this.open) end.abort();
  }

  private async *tell(actor: Actor, from: bigint, wakeUp: WakeUp, end: AbortSignal): AsyncGenerator<string> {
    yield 'retry: 3000\n\n';
    let position = from;
    let lastSign = Date.now();
    while (!end.aborted) {
      const batch = await this.look(actor, position);
      if (!batch) return;
      for (const event of batch.shown) yield format(event);
      position = batch.next;
      if (batch.events.length > 0) lastSign = Date.now();
      if (batch.isMore) continue;
      if (!(await wakeUp.next(poll)) && Date.now() - lastSign >= heartbeat) {
        lastSign = Date.now();
        yield ': still here\n\n';
      }
    }
  }

  /**
   * @returns undefined when the session has ended; nothing new while the database is away, so that the stream outlives
   * that
   */
  private async look(actor: Actor, position: bigint): Promise<ShownBatch | undefined> {
    try {
      const batch = await this.reader.after(actor.newsroomId, position);
      // Asked after the events, so that what one of them protects is hidden in it already.
      const now = await this.sessions.standing(actor);
      if (!now) return undefined;
      if (batch.events.length === 0) return { ...batch, shown: [] };
      return { ...batch, shown: (await this.redactions.for(now, 'nb')).apply(batch.events) };
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'unavailable')
        return { events: [], shown: [], next: position, isMore: false };
      throw error;
    }
  }
}

const format = (event: EventView): string =>
  `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
