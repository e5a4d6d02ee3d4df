import { Component, inject, signal } from '@angular/core';
import { routes, webhookTypes, type WebhookType, type WebhookView } from '@belegg/contract';
import { Control, Field } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { problemAt, ProblemView } from '../shell/problem-view';
import { Secret } from '../shell/secret';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { DeliveryList } from './delivery-list';
import { messages } from './webhooks-messages';

/** Of what receivers are told where an administrator chooses among all that happens. */
const choices = [
  'article.changedAfterSignOff',
  'report.signed',
  'report.published',
  'report.unpublished',
] as const satisfies readonly WebhookType[];

/** Who is told of what happens, for administrators: to see, to add and to remove, with what was sent. */
@Component({
  selector: 'app-webhooks-page',
  imports: [Control, DeliveryList, Field, ProblemView, Secret],
  templateUrl: './webhooks-page.html',
  styleUrls: ['./jobs-page.css', './webhooks-page.css'],
})
export class WebhooksPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly terms = this.i18n.of(terms);
  protected readonly choices = choices;
  protected readonly webhooks = pagedOf(routes.listWebhooks, () => ({}));
  protected readonly failure = signal<unknown>(undefined);
  protected readonly secret = signal<string | undefined>(undefined);
  protected readonly url = signal('');
  protected readonly chosen = signal<readonly WebhookType[]>([]);
  protected readonly problemAt = problemAt;

  constructor() {
    pageTitle(() => this.t('title'));
  }

  protected toggle(type: WebhookType): void {
    this.chosen.update((chosen) => webhookTypes.filter((one) => (one === type) !== chosen.includes(one)));
  }

  /** What it is told of, in words. */
  protected typesOf({ types }: WebhookView): string {
    if (types.length === 0) return this.t('everything');
    return types.map((type) => this.nameOf(type)).join(', ');
  }

  protected nameOf(type: WebhookType): string {
    return type === 'article.changedAfterSignOff' ? this.t('changedAfterSignOff') : this.terms(`event.${type}`);
  }

  protected create(event: Event): Promise<void> {
    event.preventDefault();
    return this.attempt(async () => {
      const body = { url: this.url().trim(), types: [...this.chosen()] };
      const { secret } = await this.api.call(routes.createWebhook, { body });
      this.secret.set(secret);
      this.url.set('');
      this.chosen.set([]);
    });
  }

  protected remove({ id, url }: WebhookView): Promise<void> {
    return this.attempt(async () => {
      await this.api.call(routes.removeWebhook, { params: { id } });
      this.toasts.say(this.t('removed', { url }));
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.failure.set(undefined);
    try {
      await act();
      this.webhooks.reload();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
