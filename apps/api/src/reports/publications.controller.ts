import { Controller, Inject, Req, Res } from '@nestjs/common';
import { routes, type ReportSummary } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { originOf } from '../platform/http/host';
import type { KeptBytes } from '../platform/http/kept-answer';
import { PublicationsService } from './publications.service';
import { PublishedPages } from './published-pages';
import { publicStyle } from './render/public-page';
import { styleHash } from './render/style';

/** Its JSON-LD is a block of data, which no policy has to allow; a browser runs and fetches nothing. */
const pagePolicy = (): string =>
  `default-src 'none'; style-src 'sha256-${styleHash(publicStyle())}'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly pages: PublishedPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(routes.publishReport)
  async publish(
    @Checked() { actor, params }: Input<typeof routes.publishReport>,
    @Req() request: FastifyRequest,
  ): Promise<ReportSummary> {
    return this.pages.prepare(await this.publications.publish(actor, params.id), originOf(request, this.config));
  }

  @Endpoint(routes.unpublishReport)
  async unpublish(@Checked() { actor, params }: Input<typeof routes.unpublishReport>): Promise<void> {
    await this.publications.unpublish(actor, params.id);
    this.pages.forget(params.id);
  }

  @Endpoint(routes.readPublic)
  async read(
    @Checked() { params }: Input<typeof routes.readPublic>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptBytes> {
    const page = await this.pages.read(params.token, originOf(request, this.config));
    reply
      // Asked for anew each time, since it can be taken down or replaced.
      .header('Cache-Control', 'no-cache')
      .header('Content-Security-Policy', pagePolicy())
      .header('Referrer-Policy', 'no-referrer')
      .header('X-Robots-Tag', 'noindex');
    return page;
  }
}
