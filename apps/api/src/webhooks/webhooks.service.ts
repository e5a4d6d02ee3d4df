import { Injectable } from '@nestjs/common';
import type { DeliveryView, NewWebhook, WebhookView } from '@belegg/contract';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { EventLog, Sequencer } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { newId } from '../platform/ids';
import { JobQueue } from '../platform/jobs';
import { ProblemError } from '../platform/problem-error';
import { secretInWords } from './signature';
import { deleteWebhook, insertWebhook, markDelivery, readDeliveries, readWebhooks } from './webhook.repository';

const pageSize = 50;
const idKey = z.tuple([z.uuid()]);

/** Who is told of what happens in a newsroom. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly sequencer: Sequencer,
  ) {}

  list({ newsroomId }: Actor): Promise<{ items: WebhookView[] }> {
    return this.database.readNewsroom(newsroomId, async (tx) => ({ items: await readWebhooks(tx, newsroomId) }));
  }

  /** It is told of what happens from now on. */
  async create(actor: Actor, { url, types }: NewWebhook): Promise<WebhookView & { secret: string }> {
    const { newsroomId, accountId: createdById } = actor;
    const [id, secret, createdAt] = [newId(), randomBytes(32), this.clock.now()];
    // What was committed before has its position first.
    await this.sequencer.sequence(newsroomId);
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await insertWebhook(tx, newsroomId, { id, url, secret, types: [...new Set(types)], createdById, createdAt });
      // Of the address the log tells where it leads alone: its path may be a secret of its receiver.
      const data = { host: new URL(url).host };
      await this.log.append(tx, actor, { type: 'webhook.created', subjectId: id, data });
      const made = (await readWebhooks(tx, newsroomId)).find((webhook) => webhook.id === id);
      if (!made) throw new ProblemError('internal');
      return { ...made, secret: secretInWords(secret) };
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.database.inNewsroom(actor.newsroomId, async (tx) => {
      await deleteWebhook(tx, actor.newsroomId, id);
      await this.log.append(tx, actor, { type: 'webhook.removed', subjectId: id });
    });
  }

  async deliveries(
    { newsroomId }: Actor,
    webhookId: string,
    cursor: string | undefined,
  ): Promise<{ items: DeliveryView[]; nextCursor?: string }> {
    const before = decodeCursor(cursor, idKey)?.[0];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const found = await readDeliveries(tx, { newsroomId, webhookId, before, most: pageSize + 1 });
      return pageOf(found, pageSize, ({ id }) => [id]);
    });
  }

  /** Sends it once more, whatever became of it. @throws ProblemError `not-found` */
  resend({ newsroomId }: Actor, webhookId: string, id: string): Promise<DeliveryView> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const [found] = await readDeliveries(tx, { newsroomId, webhookId, id, most: 1 });
      if (!found) throw new ProblemError('not-found');
      await markDelivery(tx, { newsroomId, webhookId, id }, { state: 'waiting', error: '' });
      await this.queue.add(tx, { kind: 'webhook', newsroomId, data: { webhookId, id } });
      const [now] = await readDeliveries(tx, { newsroomId, webhookId, id, most: 1 });
      return now ?? found;
    });
  }
}
