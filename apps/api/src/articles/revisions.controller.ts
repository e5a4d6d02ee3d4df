import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { RevisionsService } from './revisions.service';

@Controller()
export class RevisionsController {
  constructor(private readonly revisions: RevisionsService) {}

  @Endpoint(routes.listRevisions)
  list(@Checked() { actor, params, query }: Input<typeof routes.listRevisions>) {
    return this.revisions.list(actor, params.id, query.cursor);
  }

  @Endpoint(routes.createRevision)
  create(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.createRevision>) {
    return this.revisions.create(actor, params.id, ifMatch, body);
  }

  @Endpoint(routes.previewRevision)
  preview(@Checked() { actor, params, body }: Input<typeof routes.previewRevision>) {
    return this.revisions.preview(actor, params.id, body);
  }

  @Endpoint(routes.getRevision)
  get(@Checked() { actor, params }: Input<typeof routes.getRevision>) {
    return this.revisions.get(actor, params.id, params.number);
  }
}
