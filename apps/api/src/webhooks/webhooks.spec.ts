import type { ArticleView, DeliveryView, WebhookView } from '@belegg/contract';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sequencer } from '../events';
import { Outbound } from '../platform/http/outbound';
import { JobQueue, JobWorker, mostRetries } from '../platform/jobs';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';
import { WebhookFeed } from './webhook-feed';

interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver as somebody writes it, which does what it is told to. */
class Receiver {
  readonly came: Message[] = [];
  answer: 'take' | 'fail' | 'stall once' | 'lead astray' = 'take';
  private constructor(private readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.came.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        if (receiver.answer === 'stall once') {
          receiver.answer = 'take';
          return;
        }
        const statuses = { take: 204, fail: 500, 'lead astray': 302 } as const;
        reply.writeHead(statuses[receiver.answer], { location: 'http://127.0.0.1:1/' }).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/belegg?key=hemmelig`;
  }

  get types(): string[] {
    return this.came.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('Webhooks', () => {
  let team: TestTeam;
  let receiver: Receiver;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    receiver = await Receiver.open();
    Object.assign(team.app.nest.get(Outbound), { options: { allowIPAddressList: ['127.0.0.1'] } });
  });
  afterEach(async () => {
    receiver.close();
    for (const { id } of await list()) await team.admin.call('DELETE', `/api/webhooks/${id}`);
    await (await team.app.nest.get(JobQueue).open()).deleteAllJobs('webhook');
  });
  afterAll(() => team.close());

  const list = async () => (await team.admin.call<{ items: WebhookView[] }>('GET', '/api/webhooks')).body.items;
  const create = async (types: readonly string[] = [], url = receiver.url) =>
    (await team.admin.call<WebhookView & { secret: string }>('POST', '/api/webhooks', { url, types })).body;
  const deliveries = async ({ id }: { id: string }) =>
    (await team.admin.call<{ items: DeliveryView[] }>('GET', `/api/webhooks/${id}/deliveries`)).body.items;
  const source = () => team.source(`Kilde ${Math.random()}`);
  /** Hands out what is new, and sends all that waits, as a serving process does by itself. */
  const run = async () => {
    await team.app.nest.get(Sequencer, { strict: false }).sequence(team.newsroomId);
    await team.app.nest.get(WebhookFeed, { strict: false }).sweep();
    return team.app.nest.get(JobWorker).runAll();
  };

  it('are told of what happens from then on, signed as Standard Webhooks say', async () => {
    await source();
    const { id, secret, waiting } = await create(['source.created']);
    expect([secret.slice(0, 6), waiting]).toEqual(['whsec_', 0]);
    expect(JSON.stringify(await list())).not.toContain(secret);
    const subjectId = await source();
    await team.article();
    await run();
    expect(receiver.types).toEqual(['source.created']);
    const [{ headers, body } = { headers: {} as IncomingHttpHeaders, body: '' }] = receiver.came;
    const told = JSON.parse(body) as { data: object };
    expect(told).toMatchObject({ type: 'source.created', data: { subjectId, actorId: team.editor.actor.accountId } });
    expect(body).not.toContain('Kilde');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key).update(signed).digest();
    const [version, signature = ''] = String(headers['webhook-signature']).split(',');
    expect([version, timingSafeEqual(Buffer.from(signature, 'base64'), expected)]).toEqual(['v1', true]);
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(300);
    expect(await deliveries({ id })).toMatchObject([
      { id: headers['webhook-id'], state: 'delivered', attempts: 1, status: 204 },
    ]);
  });

  it('are told once of each thing, in the order of the log, by however many processes', async () => {
    await team.app.nest.get(Sequencer, { strict: false }).sequence(team.newsroomId);
    await create();
    const other = await team.app.beside();
    for (let index = 0; index < 5; index += 1) await source();
    await team.app.nest.get(Sequencer, { strict: false }).sequence(team.newsroomId);
    await Promise.all([
      team.app.nest.get(WebhookFeed, { strict: false }).feed(team.newsroomId),
      other.nest.get(WebhookFeed, { strict: false }).feed(team.newsroomId),
    ]);
    await run();
    await other.stop();
    const ids = receiver.came.map(({ body }) =>
      BigInt((JSON.parse(body) as { data: { eventId: string } }).data.eventId),
    );
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('are told when an article that was signed off gets another text', async () => {
    await create(['article.changedAfterSignOff']);
    const article = await team.article('Broen er lang.');
    const revise = async (content: string) => {
      const { etag } = (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
      const path = `/api/articles/${article.id}/revisions`;
      await team.editor.call('POST', path, { format: 'text', content }, { 'if-match': etag });
    };
    await revise('Broen er lang');
    await revise('Broen er lang.');
    await team.approved(article, 'Broen er lang.');
    await team.signOff(article.id);
    await run();
    expect(receiver.types).toEqual([]);
    await revise('Broen er kort.');
    await run();
    expect(receiver.types).toEqual(['article.changedAfterSignOff']);
    expect(JSON.parse(receiver.came[0]?.body ?? '')).toMatchObject({ data: { articleId: article.id } });
  });

  it('are told again and again while they fail, then no more, and once more when somebody asks', async () => {
    const made = await create(['source.created']);
    await source();
    receiver.answer = 'fail';
    await run();
    const [first] = await deliveries(made);
    expect(first).toMatchObject({ state: 'failed', status: 500, attempts: mostRetries.webhook + 1 });
    expect(receiver.came).toHaveLength(mostRetries.webhook + 1);
    expect(new Set(receiver.came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await list()).toMatchObject([{ failed: 1, waiting: 0 }]);
    receiver.answer = 'take';
    await run();
    expect(receiver.came).toHaveLength(mostRetries.webhook + 1);
    const again = await team.admin.call<DeliveryView>(
      'POST',
      `/api/webhooks/${made.id}/deliveries/${first?.id}/resend`,
    );
    expect(again).toMatchObject({ status: 200, body: { state: 'waiting' } });
    await run();
    expect(await deliveries(made)).toMatchObject([{ id: first?.id, state: 'delivered', status: 204 }]);
  });

  it('wait longer and longer between two tries', async () => {
    const boss = await team.app.nest.get(JobQueue).open();
    expect(await boss.getQueue('webhook')).toMatchObject({ retryBackoff: true, retryDelay: 5, retryDelayMax: 21_600 });
  });

  it('are not followed elsewhere, nor waited for without end, nor looked for inside', async () => {
    const made = await create(['source.created']);
    await source();
    receiver.answer = 'lead astray';
    await run();
    expect(await deliveries(made)).toMatchObject([{ state: 'failed', status: 302 }]);
    const outbound = team.app.nest.get(Outbound);
    const { patience } = outbound;
    outbound.patience = 300;
    await source();
    receiver.answer = 'stall once';
    await run();
    outbound.patience = patience;
    const [stalled] = await deliveries(made);
    expect(stalled).toMatchObject({ state: 'delivered', status: 204 });
    expect(stalled?.attempts).toBeGreaterThan(1);
    const before = receiver.came.length;
    Object.assign(outbound, { options: {} });
    await source();
    await run();
    expect((await deliveries(made))[0]).toMatchObject({ state: 'failed', error: 'address-refused' });
    expect(receiver.came).toHaveLength(before);
  });

  it('are for administrators alone, of their own newsroom', async () => {
    const { id } = await create();
    const by = (caller: Caller, method: 'GET' | 'DELETE') =>
      caller.call(method, `/api/webhooks/${id}${method === 'GET' ? '/deliveries' : ''}`);
    for (const [caller, status] of [
      [team.editor, 403],
      [team.reviewer, 403],
      [team.stranger, 404],
      [team.app.nobody, 401],
    ] as const)
      for (const method of ['GET', 'DELETE'] as const) expect((await by(caller, method)).status).toBe(status);
    expect((await team.admin.call('POST', '/api/webhooks', { url: 'ftp://x.test' })).status).toBe(422);
    const told = await team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.event.findMany({ where: { newsroomId: team.newsroomId, type: 'webhook.created', subjectId: id } }),
    );
    expect(told.map(({ data }) => data)).toEqual([{ host: new URL(receiver.url).host }]);
  });
});
