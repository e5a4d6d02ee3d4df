import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { ProfileService } from './profile.service';

@Controller()
export class ProfileController {
  constructor(private readonly profiles: ProfileService) {}

  @Endpoint(routes.getProfile)
  get(@Checked() { actor }: Input<typeof routes.getProfile>) {
    return this.profiles.get(actor);
  }

  @Endpoint(routes.changeProfile)
  change(@Checked() { actor, ifMatch, body }: Input<typeof routes.changeProfile>) {
    return this.profiles.change(actor, ifMatch, body);
  }
}
