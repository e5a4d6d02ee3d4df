import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { SearchService } from './search.service';

@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Endpoint(routes.search)
  find(@Checked() { actor, query }: Input<typeof routes.search>) {
    return this.search.find(actor, query);
  }
}
