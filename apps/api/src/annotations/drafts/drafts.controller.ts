import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../../platform/http/endpoint';
import { DraftsService } from './drafts.service';

@Controller()
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Endpoint(routes.listDrafts)
  list(@Checked() { actor, params }: Input<typeof routes.listDrafts>) {
    return this.drafts.list(actor, params.id);
  }

  @Endpoint(routes.keepDraft)
  keep(@Checked() { actor, params, body }: Input<typeof routes.keepDraft>) {
    return this.drafts.keep(actor, params.id, body);
  }

  @Endpoint(routes.discardDraft)
  discard(@Checked() { actor, params, query }: Input<typeof routes.discardDraft>) {
    return this.drafts.discard(actor, params.id, query.version);
  }

  @Endpoint(routes.awaitDrafts)
  await(@Checked() { actor, params }: Input<typeof routes.awaitDrafts>) {
    return this.drafts.await(actor, params.id);
  }
}
