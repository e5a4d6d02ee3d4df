import { Component, inject, input, signal } from '@angular/core';
import { routes, type DeliveryView, type WebhookType } from '@belegg/contract';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { ProblemView } from '../shell/problem-view';
import { messages } from './webhooks-messages';

/** What was sent to a receiver, and what became of it. */
@Component({
  selector: 'app-delivery-list',
  imports: [ProblemView],
  templateUrl: './delivery-list.html',
  styleUrl: './jobs-page.css',
})
export class DeliveryList {
  private readonly api = inject(Api);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly webhookId = input.required<string>();
  readonly nameOf = input.required<(type: WebhookType) => string>();
  protected readonly deliveries = pagedOf(routes.listDeliveries, () => ({ params: { id: this.webhookId() } }));
  protected readonly failure = signal<unknown>(undefined);

  protected async resend({ id: delivery }: DeliveryView): Promise<void> {
    this.failure.set(undefined);
    try {
      await this.api.call(routes.resendDelivery, { params: { id: this.webhookId(), delivery } });
      this.deliveries.reload();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
