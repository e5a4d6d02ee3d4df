import { cursorQuery, id } from '../primitives';
import { route } from '../route';
import * as webhooks from '../webhook';
import { byId } from './params';

/** Who is told of what happens. */
export const webhooksRoutes = {
  listWebhooks: route({
    method: 'GET',
    path: '/api/webhooks',
    summary: 'Where the news of the newsroom are sent',
    access: 'manage',
    query: cursorQuery,
    answer: webhooks.webhookList,
  }),
  createWebhook: route({
    method: 'POST',
    path: '/api/webhooks',
    summary: 'Have news sent to an address; the secret is shown once',
    access: 'manage',
    body: webhooks.newWebhookBody,
    answer: webhooks.webhookWithSecret,
    status: 201,
  }),
  removeWebhook: route({
    method: 'DELETE',
    path: '/api/webhooks/{id}',
    summary: 'Send it no more news; what was sent is forgotten',
    access: 'manage',
    subject: 'webhook',
    params: byId,
    status: 204,
  }),
  listDeliveries: route({
    method: 'GET',
    path: '/api/webhooks/{id}/deliveries',
    summary: 'What was sent to it, the latest first',
    access: 'manage',
    subject: 'webhook',
    params: byId,
    query: cursorQuery,
    answer: webhooks.deliveryList,
  }),
  resendDelivery: route({
    method: 'POST',
    path: '/api/webhooks/{id}/deliveries/{delivery}/resend',
    summary: 'Send it again, with the same id',
    access: 'manage',
    subject: 'webhook',
    params: byId.extend({ delivery: id }),
    answer: webhooks.delivery,
  }),
} as const;
