import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Outbound } from '../platform/http/outbound';
import { mostRetries, type JobWorker, type RunningJob } from '../platform/jobs';
import { ProblemError } from '../platform/problem-error';
import { signedHeaders } from './signature';
import { findWaiting, markDelivery } from './webhook.repository';

const addressed = z.object({ webhookId: z.uuid(), id: z.uuid() });

/** Sends messages, each by a job that is tried again, ever more slowly. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly database: Database,
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** Lets this be a job. */
  serve(worker: JobWorker): void {
    worker.handle('webhook', (job) => this.send(job));
  }

  /** @throws Error where the receiver did not take it, so that the job is tried again */
  private async send({ newsroomId = '', data, retries }: RunningJob): Promise<undefined> {
    const { webhookId, id } = addressed.parse(data);
    const found = await this.database.readNewsroom(newsroomId, (tx) => findWaiting(tx, newsroomId, webhookId, id));
    if (!found) return undefined;
    const { url, secret, body } = found;
    const at = this.clock.now();
    const headers = signedHeaders(secret, id, Math.floor(at.getTime() / 1000), body);
    const { status, error } = await this.outbound.post(url, body, headers).then(
      (answered) => ({ status: answered, error: '' }),
      (failure: unknown) => ({ status: undefined, error: failure instanceof ProblemError ? failure.code : 'internal' }),
    );
    const isTaken = status !== undefined && status >= 200 && status < 300;
    const state = isTaken ? 'delivered' : retries >= mostRetries.webhook ? 'failed' : 'waiting';
    await this.database.inNewsroom(newsroomId, (tx) =>
      markDelivery(tx, { newsroomId, webhookId, id }, { state, status, error, at }),
    );
    if (!isTaken) throw new Error(status === undefined ? error : `the receiver answered ${status}`);
    return undefined;
  }
}
