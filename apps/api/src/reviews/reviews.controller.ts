import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { QueueService } from './queue.service';

@Controller()
export class ReviewsController {
  constructor(private readonly queue: QueueService) {}

  @Endpoint(routes.listReviews)
  list(@Checked() { actor, query }: Input<typeof routes.listReviews>) {
    return this.queue.list(actor, query);
  }
}
