import * as z from 'zod';
import { eventTypes } from './event';
import { id, listOf, moment, webAddress } from './primitives';

/**
 * What a receiver can be told of: everything that can happen, and `article.changedAfterSignOff`: an article that was
 * signed off got another text.
 */
export const webhookTypes = [...eventTypes, 'article.changedAfterSignOff'] as const;
export type WebhookType = (typeof webhookTypes)[number];

/** Where a newsroom's news are sent. `types`: of what alone; of everything where there is none. */
export const newWebhookBody = z.strictObject({
  url: webAddress,
  types: z.array(z.enum(webhookTypes)).max(webhookTypes.length).default([]),
});
export type NewWebhook = z.infer<typeof newWebhookBody>;

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;

export const webhook = z.object({
  id,
  url: z.string(),
  types: z.array(z.enum(webhookTypes)),
  createdAt: moment,
  /** How many of its deliveries wait, and how many failed for good. */
  waiting: z.int(),
  failed: z.int(),
});
export type WebhookView = z.infer<typeof webhook>;
export const webhookList = listOf(webhook);
/** The secret is shown once: "whsec_" and Base64. It signs as Standard Webhooks say. */
export const webhookWithSecret = webhook.extend({ secret: z.string() });

/** One message to one receiver. `waiting`: also for the next try. */
export const delivery = z.object({
  id,
  type: z.enum(webhookTypes),
  state: z.enum(deliveryStates),
  createdAt: moment,
  attempts: z.int(),
  attemptedAt: moment.optional(),
  /** What the receiver answered last, or why it could not be reached. */
  status: z.int().optional(),
  error: z.string().optional(),
});
export type DeliveryView = z.infer<typeof delivery>;
export const deliveryList = listOf(delivery);
