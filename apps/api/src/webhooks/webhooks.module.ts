import { Module, type OnModuleInit } from '@nestjs/common';
import { EventsModule } from '../events';
import { JobWorker } from '../platform/jobs';
import { WebhookFeed } from './webhook-feed';
import { WebhookSender } from './webhook-sender';
import { WebhooksController } from './webhooks.controller';
import { WebhooksService } from './webhooks.service';

@Module({
  imports: [EventsModule],
  controllers: [WebhooksController],
  providers: [WebhookFeed, WebhookSender, WebhooksService],
  exports: [WebhookFeed],
})
export class WebhooksModule implements OnModuleInit {
  constructor(
    private readonly worker: JobWorker,
    private readonly sender: WebhookSender,
  ) {}

  onModuleInit(): void {
    this.sender.serve(this.worker);
  }
}
