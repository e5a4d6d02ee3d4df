import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { SourcesService } from './sources.service';

@Controller()
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  @Endpoint(routes.listSources)
  list(@Checked() { actor, query, language }: Input<typeof routes.listSources>) {
    return this.sources.list(actor, query, language);
  }

  @Endpoint(routes.createSource)
  create(@Checked() { actor, body }: Input<typeof routes.createSource>) {
    return this.sources.create(actor, body);
  }

  @Endpoint(routes.getSource)
  get(@Checked() { actor, params }: Input<typeof routes.getSource>) {
    return this.sources.get(actor, params.id);
  }

  @Endpoint(routes.sourceHistory)
  history(@Checked() { actor, params, query }: Input<typeof routes.sourceHistory>) {
    return this.sources.history(actor, params.id, query.cursor);
  }

  @Endpoint(routes.changeSource)
  change(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.changeSource>) {
    return this.sources.change(actor, params.id, ifMatch, body);
  }

  @Endpoint(routes.retireSource)
  retire(@Checked() { actor, params, ifMatch }: Input<typeof routes.retireSource>) {
    return this.sources.retire(actor, params.id, ifMatch);
  }
}
