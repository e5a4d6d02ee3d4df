import { Controller, Req } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyRequest } from 'fastify';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { ImportsService } from './imports.service';
import { readUpload } from './upload';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Endpoint(routes.importArticle)
  async import(@Checked() input: Input<typeof routes.importArticle>, @Req() request: FastifyRequest) {
    return this.imports.import(input.actor, await this.given(input, request));
  }

  @Endpoint(routes.previewImport)
  async preview(@Checked() input: Input<typeof routes.previewImport>, @Req() request: FastifyRequest) {
    return this.imports.preview(await this.given(input, request));
  }

  /** A file, or what an address leads to. */
  private given(
    { body, language }: Pick<Input<typeof routes.importArticle>, 'body' | 'language'>,
    request: FastifyRequest,
  ) {
    return body ? this.imports.fetch(body) : readUpload(request, language);
  }
}
