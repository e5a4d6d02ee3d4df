import { Controller, Req } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyRequest } from 'fastify';
import { Checked, Departure, Endpoint, type Input } from '../platform/http/endpoint';
import { ImportsService } from './imports.service';
import { UploadReader } from './upload';

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
    return this.imports.import(input.actor, await this.uploads.given(input.body, request, input.language), signal);
  }

  @Endpoint(routes.previewImport)
  async preview(
    @Checked() input: Input<typeof routes.previewImport>,
    @Req() request: FastifyRequest,
    @Departure() signal: AbortSignal,
  ) {
    return this.imports.preview(input.actor, await this.uploads.given(input.body, request, input.language), signal);
  }
}
