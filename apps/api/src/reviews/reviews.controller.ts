import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { QueueService } from './queue.service';
import { WaitingMarksService } from './waiting-marks.service';

@Controller()
export class ReviewsController {
  constructor(
    private readonly queue: QueueService,
    private readonly marks: WaitingMarksService,
  ) {}

  @Endpoint(routes.listReviews)
  list(@Checked() { actor, query }: Input<typeof routes.listReviews>) {
    return this.queue.list(actor, query);
  }

  @Endpoint(routes.listReviewMarks)
  listMarks(@Checked() { actor, query }: Input<typeof routes.listReviewMarks>) {
    return this.marks.list(actor, query);
  }
}
