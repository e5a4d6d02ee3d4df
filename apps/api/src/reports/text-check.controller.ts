import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Departure, Endpoint, type Input } from '../platform/http/endpoint';
import { TextCheckService } from './text-check.service';

@Controller()
export class TextCheckController {
  constructor(private readonly checks: TextCheckService) {}

  @Endpoint(routes.checkText)
  check(@Checked() { actor, params, body }: Input<typeof routes.checkText>, @Departure() signal: AbortSignal) {
    return this.checks.check(actor, params.id, body, signal);
  }
}
