import { Controller, Inject, Req, Res } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { originOf } from '../platform/http/host';
import { KeptBytes } from '../platform/http/kept-answer';
import { documentPolicy, forAnySite } from '../reports';
import { newsroomStyle } from './index-page';
import { ListedReports } from './listed-reports';
import { NewsroomPages, type NewsroomDocument } from './newsroom-pages';
import { renderRobots, renderSitemaps } from './sitemap';

type Asked = Pick<Input<typeof routes.newsroomIndex>, 'params' | 'language'>;

@Controller()
export class NewsroomPagesController {
  constructor(
    private readonly pages: NewsroomPages,
    private readonly listed: ListedReports,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(routes.newsroomIndex)
  index(@Checked() asked: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.page('index', asked, request, reply);
  }

  @Endpoint(routes.newsroomCorrections)
  corrections(
    @Checked() asked: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.page('corrections', asked, request, reply);
  }

  @Endpoint(routes.newsroomAtom)
  atom(@Checked() asked: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.data('atom', asked, request, reply);
  }

  @Endpoint(routes.newsroomFeed)
  feed(@Checked() asked: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.data('feed', asked, request, reply);
  }

  @Endpoint(routes.newsroomSitemap)
  sitemap(@Checked() asked: Asked, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.data('sitemap', asked, request, reply);
  }

  @Endpoint(routes.sitemaps)
  async sitemaps(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<KeptBytes> {
    reply.header('Cache-Control', 'no-cache');
    const xml = renderSitemaps(await this.listed.newsrooms(), originOf(request, this.config));
    return new KeptBytes(Buffer.from(xml), 'application/xml; charset=utf-8');
  }

  @Endpoint(routes.robots)
  robots(@Req() request: FastifyRequest): KeptBytes {
    return new KeptBytes(Buffer.from(renderRobots(originOf(request, this.config))), 'text/plain; charset=utf-8');
  }

  private async page(
    what: NewsroomDocument,
    { params, language }: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<KeptBytes> {
    const base = originOf(request, this.config);
    const { newsroom, kept } = await this.pages.read(what, params.id, { base, language });
    reply
      .header('Cache-Control', 'no-cache')
      .header('Content-Language', language)
      .header('Content-Security-Policy', documentPolicy(newsroomStyle(), newsroom.logo))
      .header('Referrer-Policy', 'no-referrer');
    return kept;
  }

  private async data(
    what: NewsroomDocument,
    { params, language }: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<KeptBytes> {
    forAnySite(reply).header('Cache-Control', 'no-cache');
    return (await this.pages.read(what, params.id, { base: originOf(request, this.config), language })).kept;
  }
}
