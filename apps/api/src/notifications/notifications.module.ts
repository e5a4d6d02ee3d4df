import { Module, type OnModuleInit } from '@nestjs/common';
import { EventsModule } from '../events';
import { JobWorker } from '../platform/jobs';
import { Digest } from './digest';
import { NotificationsController } from './notifications.controller';
import { NotificationsService } from './notifications.service';
import { Notifier } from './notifier';

@Module({
  imports: [EventsModule],
  controllers: [NotificationsController],
  providers: [Digest, NotificationsService, Notifier],
  exports: [Notifier],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly worker: JobWorker,
    private readonly notifier: Notifier,
    private readonly digest: Digest,
  ) {}

  onModuleInit(): void {
    this.notifier.serve(this.worker);
    this.digest.serve(this.worker);
  }
}
