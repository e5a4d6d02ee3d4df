import { Controller, Inject, Req, Res } from '@nestjs/common';
import { publicToken, routes, type Oembed } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { originOf } from '../platform/http/host';
import { KeptBytes } from '../platform/http/kept-answer';
import { ProblemError } from '../platform/problem-error';
import { forAnySite, html, PublishedPages } from '../reports';

/** Seconds for which somebody may keep how a report is embedded. */
const cacheAge = 3600;
const widest = 600;

/** What pages of others show of a published report. */
@Controller()
export class EmbedController {
  private script: Promise<KeptBytes> | undefined;

  constructor(
    private readonly pages: PublishedPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(routes.oembed)
  async oembed(
    @Checked() { query }: Input<typeof routes.oembed>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Oembed> {
    forAnySite(reply);
    const base = originOf(request, this.config);
    const token = tokenIn(query.url, base);
    const { title, summary, newsroom, homepage } = await this.pages.find(token);
    const url = `${base}/p/${token}`;
    return {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: newsroom,
      provider_url: homepage || base,
      cache_age: cacheAge,
      html: html`<blockquote class="belegg-report" cite="${url}">
        <p>${summary}</p>
        <a href="${url}">${title}</a>
      </blockquote>`.source,
      width: Math.min(query.maxwidth ?? widest, widest),
      height: null,
    };
  }

  @Endpoint(routes.embedScript)
  embed(@Res({ passthrough: true }) reply: FastifyReply): Promise<KeptBytes> {
    forAnySite(reply).header('Cache-Control', 'public, max-age=3600');
    return (this.script ??= readScript());
  }
}

/** @throws ProblemError `not-found` for what is no published report of this server */
function tokenIn(address: string, base: string): string {
  const { origin, pathname } = URL.parse(address) ?? {};
  const token = publicToken.safeParse(/^\/p\/([^/]+)$/.exec(pathname ?? '')?.[1]);
  if (origin !== new URL(base).origin || !token.success) throw new ProblemError('not-found');
  return token.data;
}

/** Beside this bundle; from source, as tests run, there is none. */
async function readScript(): Promise<KeptBytes> {
  const file = fileURLToPath(new URL('../embed/embed.js', import.meta.url));
  if (!existsSync(file)) throw new ProblemError('not-found');
  return new KeptBytes(await readFile(file), 'text/javascript; charset=utf-8');
}
