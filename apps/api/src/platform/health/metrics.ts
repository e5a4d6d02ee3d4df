import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database';

/** Figures of this process, for Prometheus. No label holds anything that a caller chose. */
@Injectable()
export class Metrics implements OnModuleDestroy {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  readonly contentType = this.registry.contentType;

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'database_connections',
      help: 'Connections of each pool by what they do, and the calls that wait for one',
      labelNames: ['pool', 'state'],
      registers: [this.registry],
      collect() {
        for (const [pool, { most, busy, idle, waiting }] of Object.entries(database.pools))
          for (const [state, count] of Object.entries({ most, busy, idle, waiting })) this.set({ pool, state }, count);
      },
    });
  }

  /** Adds a figure that is read when somebody asks; `undefined` leaves it out. */
  gauge(name: string, help: string, read: () => number | undefined | Promise<number | undefined>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }

  /** Fastify hook `onResponse`. Streams are left out: they last as long as somebody looks. */
  readonly observe = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return;
    const route = request.routeOptions.url ?? 'none';
    this.durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  };

  read(): Promise<string> {
    return this.registry.metrics();
  }

  onModuleDestroy(): void {
    this.registry.clear();
  }
}
