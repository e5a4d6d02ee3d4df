export { WebhookFeed } from './webhook-feed';
export { WebhooksModule } from './webhooks.module';
