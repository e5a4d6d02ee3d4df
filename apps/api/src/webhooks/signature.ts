import { createHmac } from 'node:crypto';

/** What a secret looks like to those who have to keep it. */
export const secretInWords = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;

/** The headers of a message, as Standard Webhooks has them. @param at seconds since 1970 */
export const signedHeaders = (secret: Buffer, id: string, at: number, body: string): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(at),
  'webhook-signature': `v1,${createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64')}`,
});
