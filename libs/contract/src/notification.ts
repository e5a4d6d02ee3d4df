import * as z from 'zod';
import { cursor, id, listOf, moment, person } from './primitives';

/** Why somebody is told of something. `lapse`: what was approved no longer is. */
export const notificationKinds = ['mention', 'question', 'return', 'lapse', 'signOff', 'assignment', 'due'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const notification = z.object({
  id,
  kind: z.enum(notificationKinds),
  at: moment,
  isRead: z.boolean(),
  /** Whose doing it is; absent where it is nobody's, such as a date. */
  actor: person.optional(),
  article: z.object({ id, title: z.string() }).optional(),
  annotationId: id.optional(),
  threadId: id.optional(),
  /** How many claims it is about, where there are several. */
  count: z.int().optional(),
});
export type NotificationView = z.infer<typeof notification>;
export const notificationList = listOf(notification);
export const notificationQuery = z.strictObject({ unread: z.enum(['true', 'false']).optional(), cursor });
export type NotificationQuery = z.infer<typeof notificationQuery>;
export const unreadNotifications = z.object({ unread: z.int() });

/** Without `ids`: all of them. */
export const markNotificationsBody = z.strictObject({ ids: z.array(id).max(100).optional(), isRead: z.boolean() });
export type MarkNotifications = z.infer<typeof markNotificationsBody>;

/** When mails come: soon after what they tell of, once an hour, or once a day in the morning. */
export const mailRhythms = ['soon', 'hourly', 'daily'] as const;
export type MailRhythm = (typeof mailRhythms)[number];
export const mailLanguages = ['nb', 'nn', 'en'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

const kinds = z
  .array(z.enum(notificationKinds))
  .max(notificationKinds.length)
  .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'duplicate' });
const hour = z.int().min(0).max(23);

/**
 * What one is told of in a newsroom. From `quietFrom` until `quietUntil` (hours of the newsroom's clocks; the same
 * twice: never) no mail is sent; what came then is in the next one.
 */
export const notificationChoicesBody = z.strictObject({
  inPage: kinds,
  byMail: kinds,
  rhythm: z.enum(mailRhythms),
  quietFrom: hour,
  quietUntil: hour,
  language: z.enum(mailLanguages),
});
export type NotificationChoices = z.infer<typeof notificationChoicesBody>;
/** `canMail`: whether this server sends mails at all. */
export const notificationChoices = z.object({ ...notificationChoicesBody.shape, canMail: z.boolean() });
export type NotificationChoicesView = z.infer<typeof notificationChoices>;
