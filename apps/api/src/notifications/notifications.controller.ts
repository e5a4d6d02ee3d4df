import { Controller } from '@nestjs/common';
import { routes } from '@belegg/contract';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { NotificationsService } from './notifications.service';

@Controller()
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Endpoint(routes.listNotifications)
  list(@Checked() { actor, query }: Input<typeof routes.listNotifications>) {
    return this.notifications.list(actor, query);
  }

  @Endpoint(routes.countNotifications)
  count(@Checked() { actor }: Input<typeof routes.countNotifications>) {
    return this.notifications.count(actor);
  }

  @Endpoint(routes.markNotifications)
  mark(@Checked() { actor, body }: Input<typeof routes.markNotifications>) {
    return this.notifications.mark(actor, body);
  }

  @Endpoint(routes.getNotificationChoices)
  choices(@Checked() { actor }: Input<typeof routes.getNotificationChoices>) {
    return this.notifications.choices(actor);
  }

  @Endpoint(routes.changeNotificationChoices)
  choose(@Checked() { actor, body }: Input<typeof routes.changeNotificationChoices>) {
    return this.notifications.choose(actor, body);
  }
}
