import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CONFIG, type Config } from '../platform/config';
import { Bell } from './bell';

/** Milliseconds between two attempts to reach the database: at first, and at most. */
const pauses = { first: 250, longest: 30_000 } as const;

/**
 * Tells when something was written in a newsroom, by any process: one connection of this process listens for all.
 * What was written is read from the log. While the database is away nobody rings, and whoever waits looks again in time.
 */
@Injectable()
export class Bells implements OnModuleDestroy {
  private readonly logger = new Logger('Events');
  private readonly bells = new Map<string, Set<Bell>>();
  private readonly stopping = new AbortController();
  private client: pg.Client | undefined;
  private listening: Promise<void> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A bell for one newsroom, until the signal ends it. */
  take(newsroomId: string, end: AbortSignal): Bell {
    this.listening ??= this.listen();
    const bell = new Bell(end);
    const bells = this.bells.get(newsroomId) ?? new Set();
    this.bells.set(newsroomId, bells.add(bell));
    end.addEventListener(
      'abort',
      () => {
        bells.delete(bell);
        if (bells.size === 0 && this.bells.get(newsroomId) === bells) this.bells.delete(newsroomId);
      },
      { once: true },
    );
    return bell;
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
      this.ring(payload ?? '');
    });
    // A client that is ended while it connects says no more of its connecting.
    await Promise.race([client.connect(), ended]);
    await client.query('LISTEN belegg_event');
    onListening();
    // What was written meanwhile rang nowhere.
    for (const newsroomId of this.bells.keys()) this.ring(newsroomId);
    await ended;
  }

  private ring(newsroomId: string): void {
    for (const bell of this.bells.get(newsroomId) ?? []) bell.ring();
  }
}
