import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { JobsService } from './jobs.service';

@Controller()
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Endpoint(routes.listJobs)
  list(@Checked() { actor, query }: Input<typeof routes.listJobs>) {
    return this.jobs.list(actor, query);
  }

  @Endpoint(routes.askForJob)
  ask(@Checked() { actor, body }: Input<typeof routes.askForJob>) {
    return this.jobs.ask(actor, body);
  }

  @Endpoint(routes.getJob)
  get(@Checked() { actor, params }: Input<typeof routes.getJob>) {
    return this.jobs.get(actor, params.id);
  }

  @Endpoint(routes.cancelJob)
  cancel(@Checked() { actor, params }: Input<typeof routes.cancelJob>) {
    return this.jobs.cancel(actor, params.id);
  }

  @Endpoint(routes.retryJob)
  retry(@Checked() { actor, params }: Input<typeof routes.retryJob>) {
    return this.jobs.retry(actor, params.id);
  }
}
