import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { SourceUsesService } from './source-uses.service';

@Controller()
export class SourceUsesController {
  constructor(private readonly uses: SourceUsesService) {}

  @Endpoint(routes.listSourceUses)
  list(@Checked() { actor, params, query }: Input<typeof routes.listSourceUses>) {
    return this.uses.list(actor, params.id, query.cursor);
  }
}
