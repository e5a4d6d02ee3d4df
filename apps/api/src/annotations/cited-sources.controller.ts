import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { CitedSourcesService } from './cited-sources.service';

/** What is done where a source has changed since it was cited. */
@Controller()
export class CitedSourcesController {
  constructor(private readonly cited: CitedSourcesService) {}

  @Endpoint(routes.takeOverCitedSource)
  takeOver(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.takeOverCitedSource>) {
    return this.cited.settle(actor, { ...params, ...body }, ifMatch, 'takeOver');
  }

  @Endpoint(routes.settleCitedSource)
  noDifference(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.settleCitedSource>) {
    return this.cited.settle(actor, { ...params, ...body }, ifMatch, 'noDifference');
  }

  @Endpoint(routes.takeOverSource)
  takeOverAll(@Checked() { actor, params, ifMatch }: Input<typeof routes.takeOverSource>) {
    return this.cited.settleAll(actor, params.id, ifMatch, 'takeOver');
  }

  @Endpoint(routes.settleSource)
  noDifferenceAll(@Checked() { actor, params, ifMatch }: Input<typeof routes.settleSource>) {
    return this.cited.settleAll(actor, params.id, ifMatch, 'noDifference');
  }
}
