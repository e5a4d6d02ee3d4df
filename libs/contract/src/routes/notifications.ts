import * as notifications from '../notification';
import { route } from '../route';

/** What one is told of, in this newsroom. They are one's own: nobody else sees them. */
export const notificationsRoutes = {
  listNotifications: route({
    method: 'GET',
    path: '/api/notifications',
    summary: 'What I was told of, the newest first',
    access: 'read',
    query: notifications.notificationQuery,
    answer: notifications.notificationList,
  }),
  countNotifications: route({
    method: 'GET',
    path: '/api/notifications/unread',
    summary: 'How much of it I have not read',
    access: 'read',
    answer: notifications.unreadNotifications,
  }),
  markNotifications: route({
    method: 'POST',
    path: '/api/notifications/marks',
    summary: 'Say of some, or of all, that I have read them or have not',
    access: 'read',
    body: notifications.markNotificationsBody,
    answer: notifications.unreadNotifications,
  }),
  getNotificationChoices: route({
    method: 'GET',
    path: '/api/notifications/choices',
    summary: 'What I am told of, in the page and by mail',
    access: 'read',
    answer: notifications.notificationChoices,
  }),
  changeNotificationChoices: route({
    method: 'PUT',
    path: '/api/notifications/choices',
    summary: 'Change it',
    access: 'read',
    body: notifications.notificationChoicesBody,
    answer: notifications.notificationChoices,
  }),
} as const;
