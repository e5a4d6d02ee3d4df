import { Controller, Inject, Req, Res } from '@nestjs/common';
import { routes, type ReportSummary } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { originOf } from '../platform/http/host';
import type { KeptBytes } from '../platform/http/kept-answer';
import { PublicationsService } from './publications.service';
import { PublishedPages } from './published-pages';
import { documentPolicy, forAnySite } from './public-headers';
import { publicStyle } from './render/public-page';

@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly pages: PublishedPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(routes.publishReport)
  async publish(
    @Checked() { actor, params, body }: Input<typeof routes.publishReport>,
    @Req() request: FastifyRequest,
  ): Promise<ReportSummary> {
    return this.pages.prepare(await this.publications.publish(actor, params.id, body), originOf(request, this.config));
  }

  @Endpoint(routes.unpublishReport)
  async unpublish(@Checked() { actor, params }: Input<typeof routes.unpublishReport>): Promise<void> {
    await this.publications.unpublish(actor, params.id);
  }

  @Endpoint(routes.readPublic)
  async read(
    @Checked() { params }: Input<typeof routes.readPublic>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptBytes> {
    const { published, kept } = await this.pages.read(params.token, originOf(request, this.config));
    reply
      // Asked for anew each time, since it can be taken down or replaced.
      .header('Cache-Control', 'no-cache')
      .header('Content-Security-Policy', documentPolicy(publicStyle()))
      .header('Referrer-Policy', 'no-referrer');
    if (!published.listed) reply.header('X-Robots-Tag', 'noindex');
    return kept;
  }

  @Endpoint(routes.readPublicClaims)
  async claims(
    @Checked() { params }: Input<typeof routes.readPublicClaims>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptBytes> {
    forAnySite(reply).header('Cache-Control', 'no-cache').header('X-Robots-Tag', 'noindex');
    return (await this.pages.read(params.token, originOf(request, this.config), 'claims')).kept;
  }
}
