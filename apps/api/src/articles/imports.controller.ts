import { Controller, Req } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyRequest } from 'fastify';
import { Checked, Departure, Endpoint, type Input } from '../platform/http/endpoint';
import { ImportsService } from './imports.service';
import { readUpload, UploadReader } from './upload';

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: UploadReader,
  ) {}

  @Endpoint(routes.importArticle)
  async import(
    @Checked() input: Input<typeof routes.importArticle>,
    @Req() request: FastifyRequest,
    @Departure() signal: AbortSignal,
  ) {
    return this.imports.import(input.actor, await this.given(input, request), signal);
  }

  @Endpoint(routes.previewImport)
  async preview(
    @Checked() input: Input<typeof routes.previewImport>,
    @Req() request: FastifyRequest,
    @Departure() signal: AbortSignal,
  ) {
    return this.imports.preview(input.actor, await this.given(input, request), signal);
  }

  /** A file, or what an address leads to. */
  private given(
    { body, language }: Pick<Input<typeof routes.importArticle>, 'body' | 'language'>,
    request: FastifyRequest,
  ) {
    return body ? this.uploads.fetch(body) : readUpload(request, language);
  }
}
