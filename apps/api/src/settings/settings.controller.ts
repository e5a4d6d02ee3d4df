import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { SettingsService } from './settings.service';

@Controller()
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Endpoint(routes.getSettings)
  get(@Checked() { actor }: Input<typeof routes.getSettings>) {
    return this.settings.get(actor);
  }

  @Endpoint(routes.changeSettings)
  change(@Checked() { actor, ifMatch, body }: Input<typeof routes.changeSettings>) {
    return this.settings.change(actor, ifMatch, body);
  }
}
