import { Controller, Req, Res } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { EventStreams } from './event-streams';

@Controller()
export class EventsController {
  constructor(private readonly streams: EventStreams) {}

  /** Proxies are asked not to hold the stream back. */
  @Endpoint(routes.streamEvents)
  async stream(
    @Checked() { actor }: Input<typeof routes.streamEvents>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const lastEventId = request.headers['last-event-id'];
    const end = new AbortController();
    reply.raw.once('close', () => {
      end.abort();
    });
    const stream = await this.streams.start(actor, typeof lastEventId === 'string' ? lastEventId : undefined, end);
    await reply
      .headers({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no', Connection: 'close' })
      .send(stream);
  }
}
