import { Controller, Req } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Departure, Endpoint, type Input } from '../platform/http/endpoint';
import type { FastifyRequest } from 'fastify';
import { RevisionsService } from './revisions.service';
import { taskOf, UploadReader } from './upload';

@Controller()
export class RevisionsController {
  constructor(
    private readonly revisions: RevisionsService,
    private readonly uploads: UploadReader,
  ) {}

  @Endpoint(routes.listRevisions)
  list(@Checked() { actor, params, query }: Input<typeof routes.listRevisions>) {
    return this.revisions.list(actor, params.id, query.cursor);
  }

  @Endpoint(routes.createRevision)
  create(
    @Checked() { actor, params, ifMatch, body }: Input<typeof routes.createRevision>,
    @Departure() signal: AbortSignal,
  ) {
    return this.revisions.create(actor, params.id, ifMatch, { kind: 'content', raw: body }, signal);
  }

  @Endpoint(routes.previewRevision)
  preview(@Checked() { actor, params, body }: Input<typeof routes.previewRevision>, @Departure() signal: AbortSignal) {
    return this.revisions.preview(actor, params.id, { kind: 'content', raw: body }, signal);
  }

  @Endpoint(routes.importRevision)
  async import(
    @Checked() { actor, params, ifMatch, body, language }: Input<typeof routes.importRevision>,
    @Req() request: FastifyRequest,
    @Departure() signal: AbortSignal,
  ) {
    const task = taskOf(await this.uploads.given(body, request, language));
    return this.revisions.create(actor, params.id, ifMatch, task, signal);
  }

  @Endpoint(routes.previewRevisionImport)
  async previewImport(
    @Checked() { actor, params, body, language }: Input<typeof routes.previewRevisionImport>,
    @Req() request: FastifyRequest,
    @Departure() signal: AbortSignal,
  ) {
    const task = taskOf(await this.uploads.given(body, request, language));
    return this.revisions.preview(actor, params.id, task, signal);
  }

  @Endpoint(routes.getRevision)
  get(@Checked() { actor, params }: Input<typeof routes.getRevision>) {
    return this.revisions.get(actor, params.id, params.number);
  }
}
