import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { CountsService } from './counts.service';
import { QueueService } from './queue.service';
import { WaitingMarksService } from './waiting-marks.service';

@Controller()
export class ReviewsController {
  constructor(
    private readonly queue: QueueService,
    private readonly marks: WaitingMarksService,
    private readonly counts: CountsService,
  ) {}

  @Endpoint(routes.listReviews)
  list(@Checked() { actor, query }: Input<typeof routes.listReviews>) {
    return this.queue.list(actor, query);
  }

  @Endpoint(routes.countReviews)
  count(@Checked() { actor }: Input<typeof routes.countReviews>) {
    return this.counts.count(actor);
  }

  @Endpoint(routes.listReviewMarks)
  listMarks(@Checked() { actor, query }: Input<typeof routes.listReviewMarks>) {
    return this.marks.list(actor, query);
  }
}
