import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CONFIG, type Config } from '../platform/config';
import { channel } from './sequencer';
import { WakeUp } from './wake-up';

/** Milliseconds between two attempts to reach the database: at first, and at most. */
const pauses = { first: 250, longest: 30_000 } as const;

/**
 * Tells when something was written in a newsroom, by any process: one connection of this process listens for all.
 * What was written is read from the log. While the database is away nobody is woken, and whoever waits looks again in
 * time.
 */
@Injectable()
export class EventListener implements OnModuleDestroy {
  private readonly logger = new Logger('Events');
  private readonly wakeUps = new Map<string, Set<WakeUp>>();
  private readonly stopping = new AbortController();
  private client: pg.Client | undefined;
  private listening: Promise<void> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** What wakes a waiter at news of one newsroom, until the signal ends it. */
  subscribe(newsroomId: string, end: AbortSignal): WakeUp {
    this.listening ??= this.listen();
    const wakeUp = new WakeUp(end);
    const wakeUps = this.wakeUps.get(newsroomId) ?? new Set();
    this.wakeUps.set(newsroomId, wakeUps.add(wakeUp));
    end.addEventListener(
      'abort',
      () => {
        wakeUps.delete(wakeUp);
        if (wakeUps.size === 0 && this.wakeUps.get(newsroomId) === wakeUps) this.wakeUps.delete(newsroomId);
      },
      { once: true },
    );
    return wakeUp;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.listening;
  }

  /** Listens until the process stops; connects again when the connection is lost, ever more slowly. */
  private async listen(): Promise<void> {
    const { signal } = this.stopping;
    let pause: number = pauses.first;
    while (!signal.aborted) {
      try {
        await this.listenOnce(() => {
          pause = pauses.first;
        });
      } catch (error) {
        if (!signal.aborted)
          this.logger.warn(`cannot listen: ${error instanceof Error ? error.message : String(error)}`);
      }
      await delay(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, pauses.longest);
    }
  }

  /** Resolves when the connection has ended. */
  private async listenOnce(onListening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'belegg events',
      keepAlive: true,
    });
    this.client = client;
    const ended = new Promise<void>((resolve) => {
      client.once('end', () => {
        resolve();
      });
    });
    client.on('error', (error) => {
      this.logger.warn(`stopped listening: ${error.message}`);
    });
    client.on('notification', ({ payload }) => {
      this.wake(payload ?? '');
    });
    // A client that is ended while it connects says no more of its connecting.
    await Promise.race([client.connect(), ended]);
    await client.query(`LISTEN ${channel}`);
    onListening();
    // What was written meanwhile woke nobody.
    for (const newsroomId of this.wakeUps.keys()) this.wake(newsroomId);
    await ended;
  }

  private wake(newsroomId: string): void {
    for (const wakeUp of this.wakeUps.get(newsroomId) ?? []) wakeUp.trigger();
  }
}
