export type { NewNotification } from './notification.repository';
export { NotificationsModule } from './notifications.module';
export { Notifier } from './notifier';
