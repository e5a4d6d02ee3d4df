import { Controller, Inject, Req, Res } from '@nestjs/common';
import { routes, type ReportSummary } from '@belegg/contract';
import { applyProfile } from '@belegg/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { originOf } from '../platform/http/host';
import { PublicationsService } from './publications.service';
import { publicStyle, renderPublicPage } from './render/public-page';
import { styleHash } from './render/style';

/** Its JSON-LD is a block of data, which no policy has to allow; a browser runs and fetches nothing. */
const pagePolicy = (): string =>
  `default-src 'none'; style-src 'sha256-${styleHash(publicStyle())}'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(routes.publishReport)
  publish(@Checked() { actor, params }: Input<typeof routes.publishReport>): Promise<ReportSummary> {
    return this.publications.publish(actor, params.id);
  }

  @Endpoint(routes.unpublishReport)
  unpublish(@Checked() { actor, params }: Input<typeof routes.unpublishReport>): Promise<void> {
    return this.publications.unpublish(actor, params.id);
  }

  @Endpoint(routes.readPublic)
  async read(
    @Checked() { params }: Input<typeof routes.readPublic>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { report, sha256 } = await this.publications.read(params.token);
    reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', pagePolicy())
      .header('Referrer-Policy', 'no-referrer')
      .header('X-Robots-Tag', 'noindex');
    const base = originOf(request, this.config);
    return renderPublicPage(applyProfile(report, 'public', 'other'), {
      sha256,
      base,
      address: `${base}/p/${params.token}`,
    });
  }
}
