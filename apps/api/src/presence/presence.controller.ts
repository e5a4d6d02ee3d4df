import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { PresenceService } from './presence.service';

@Controller()
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Endpoint(routes.bePresent)
  be(@Checked() { actor, params, body }: Input<typeof routes.bePresent>) {
    return this.presence.be(actor, params.id, body);
  }

  @Endpoint(routes.leave)
  leave(@Checked() { actor, params, body }: Input<typeof routes.leave>) {
    return this.presence.leave(actor, params.id, body.tab);
  }
}
