import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { WebhookType } from '@belegg/contract';
import { Sequencer } from '../events';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { JobQueue } from '../platform/jobs';
import {
  addDeliveries,
  lockWebhooks,
  moveOn,
  readNews,
  readNewsrooms,
  type NewDelivery,
  type NewsRow,
} from './webhook.repository';

/** Milliseconds between two looks for receivers that other processes know of, and for news that was left behind. */
const pause = 15_000;
/** Entries of the log that are handed out in one transaction. */
const batchSize = 200;

/**
 * Hands the log out to receivers, in its order: for each entry a delivery and the job that sends it, in the transaction
 * that notes how far the receiver is. So none is missed and none is made twice, whatever process dies.
 */
@Injectable()
export class WebhookFeed implements OnModuleDestroy {
  private readonly logger = new Logger('Webhooks');
  private readonly newsrooms = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly sequencer: Sequencer,
  ) {}

  /** Begins to look, in a process that serves. */
  start(): void {
    this.sequencer.onSequenced((newsroomId) => {
      if (this.newsrooms.has(newsroomId)) this.attempt(() => this.feed(newsroomId));
    });
    this.attempt(() => this.sweep());
    this.timer = setInterval(() => this.attempt(() => this.sweep()), pause).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Hands out what was left behind in any newsroom. */
  async sweep(): Promise<void> {
    const found = await this.database.lookUp(readNewsrooms);
    this.newsrooms.clear();
    for (const { newsroomId } of found) this.newsrooms.add(newsroomId);
    for (const { newsroomId, isBehind } of found) if (isBehind) await this.feed(newsroomId);
  }

  /** Hands out what is new in a newsroom. */
  async feed(newsroomId: string): Promise<void> {
    this.newsrooms.add(newsroomId);
    while (await this.database.inNewsroom(newsroomId, (tx) => this.feedBatch(tx, newsroomId)));
  }

  /** @returns whether there may be more */
  private async feedBatch(tx: Tx, newsroomId: string): Promise<boolean> {
    const webhooks = await lockWebhooks(tx, newsroomId);
    const [first] = webhooks.map(({ position }) => position).toSorted((a, b) => (a < b ? -1 : 1));
    if (first === undefined) return false;
    const news = await readNews(tx, newsroomId, first, batchSize);
    const last = news.at(-1)?.position;
    if (last === undefined) return false;
    const deliveries = news.flatMap((one) =>
      messagesOf(one).flatMap(({ type, body }) =>
        webhooks
          .filter(({ position, types }) => position < one.position && (types.length === 0 || types.includes(type)))
          .map(({ id: webhookId }): NewDelivery => ({ webhookId, id: newId(), type, body })),
      ),
    );
    if (deliveries.length > 0) await addDeliveries(tx, newsroomId, deliveries, this.clock.now());
    for (const { webhookId, id } of deliveries)
      await this.queue.add(tx, { kind: 'webhook', newsroomId, data: { webhookId, id } });
    await moveOn(tx, newsroomId, last);
    return news.length === batchSize;
  }

  private attempt(work: () => Promise<void>): void {
    void work().catch((error: unknown) => this.logger.warn(`cannot hand out: ${String(error)}`));
  }
}

/**
 * What receivers are told: what happened to which thing and by whom, never what was said in it. Whoever may know more
 * asks for it with a token.
 */
function messagesOf(news: NewsRow): { type: WebhookType; body: string }[] {
  const { type, at, eventId, actorId, articleId, seq, subjectId, wasSigned } = news;
  const data = {
    eventId: String(eventId),
    actorId,
    ...(articleId !== null && { articleId, seq }),
    ...(subjectId !== null && { subjectId }),
  };
  const types: WebhookType[] = [type];
  if (type === 'article.revised' && wasSigned) types.push('article.changedAfterSignOff');
  return types.map((told) => ({
    type: told,
    body: JSON.stringify({ type: told, timestamp: at.toISOString(), data }),
  }));
}
