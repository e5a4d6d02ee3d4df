import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { DecisionsService } from './decisions.service';

@Controller()
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  @Endpoint(routes.submitAnnotation)
  submit(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.submitAnnotation>) {
    return this.decisions.decide(actor, params.id, 'submit', ifMatch, body.comment, body.withoutSources);
  }

  @Endpoint(routes.withdrawAnnotation)
  withdraw(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.withdrawAnnotation>) {
    return this.decisions.decide(actor, params.id, 'withdraw', ifMatch, body.comment);
  }

  @Endpoint(routes.approveAnnotation)
  approve(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.approveAnnotation>) {
    return this.decisions.decide(actor, params.id, 'approve', ifMatch, body.comment);
  }

  @Endpoint(routes.returnAnnotation)
  return(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.returnAnnotation>) {
    return this.decisions.decide(actor, params.id, 'return', ifMatch, body.comment);
  }

  @Endpoint(routes.retireAnnotation)
  retire(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.retireAnnotation>) {
    return this.decisions.decide(actor, params.id, 'retire', ifMatch, body.reason);
  }
}
