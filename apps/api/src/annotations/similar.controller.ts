import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { SimilarService } from './similar.service';

@Controller()
export class SimilarController {
  constructor(private readonly similar: SimilarService) {}

  @Endpoint(routes.listSimilarClaims)
  list(@Checked() { actor, params }: Input<typeof routes.listSimilarClaims>) {
    return this.similar.list(actor, params.id);
  }
}
