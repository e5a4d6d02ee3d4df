import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { ImportsService } from './imports.service';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Endpoint(routes.importAnnotations)
  import(@Checked() { actor, params, query, body }: Input<typeof routes.importAnnotations>) {
    return this.imports.import(actor, params.id, body, query.preview);
  }
}
