import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { ThreadsService } from './threads.service';

@Controller()
export class ThreadsController {
  constructor(private readonly threads: ThreadsService) {}

  @Endpoint(routes.listThreads)
  list(@Checked() { actor, query }: Input<typeof routes.listThreads>) {
    return this.threads.list(actor, query);
  }

  @Endpoint(routes.createThread)
  create(@Checked() { actor, body }: Input<typeof routes.createThread>) {
    return this.threads.create(actor, body);
  }

  @Endpoint(routes.addComment)
  answer(@Checked() { actor, params, body }: Input<typeof routes.addComment>) {
    return this.threads.answer(actor, params.id, body);
  }

  @Endpoint(routes.editComment)
  edit(@Checked() { actor, params, body }: Input<typeof routes.editComment>) {
    return this.threads.edit(actor, params.id, params.number, body);
  }

  @Endpoint(routes.commentHistory)
  history(@Checked() { actor, params }: Input<typeof routes.commentHistory>) {
    return this.threads.history(actor, params.id, params.number);
  }

  @Endpoint(routes.resolveThread)
  resolve(@Checked() { actor, params }: Input<typeof routes.resolveThread>) {
    return this.threads.settle(actor, params.id, 'resolved');
  }

  @Endpoint(routes.reopenThread)
  reopen(@Checked() { actor, params }: Input<typeof routes.reopenThread>) {
    return this.threads.settle(actor, params.id, 'reopened');
  }

  @Endpoint(routes.readThread)
  read(@Checked() { actor, params, body }: Input<typeof routes.readThread>) {
    return this.threads.read(actor, params.id, body.upTo);
  }
}
