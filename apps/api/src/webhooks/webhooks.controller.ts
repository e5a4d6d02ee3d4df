import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { WebhooksService } from './webhooks.service';

@Controller()
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Endpoint(routes.listWebhooks)
  list(@Checked() { actor }: Input<typeof routes.listWebhooks>) {
    return this.webhooks.list(actor);
  }

  @Endpoint(routes.createWebhook)
  create(@Checked() { actor, body }: Input<typeof routes.createWebhook>) {
    return this.webhooks.create(actor, body);
  }

  @Endpoint(routes.removeWebhook)
  remove(@Checked() { actor, params }: Input<typeof routes.removeWebhook>): Promise<void> {
    return this.webhooks.remove(actor, params.id);
  }

  @Endpoint(routes.listDeliveries)
  deliveries(@Checked() { actor, params, query }: Input<typeof routes.listDeliveries>) {
    return this.webhooks.deliveries(actor, params.id, query.cursor);
  }

  @Endpoint(routes.resendDelivery)
  resend(@Checked() { actor, params }: Input<typeof routes.resendDelivery>) {
    return this.webhooks.resend(actor, params.id, params.delivery);
  }
}
