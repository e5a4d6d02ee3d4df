import type { NotificationView } from '@belegg/contract';
import type { People } from '../platform/people';
import type { NotificationRow } from './notification.repository';

export function toNotificationView(row: NotificationRow, people: People): NotificationView {
  const { id, kind, createdAt, readAt, actorId, articleId, title, annotationId, threadId, count } = row;
  return {
    id,
    kind,
    at: createdAt.toISOString(),
    isRead: readAt !== null,
    ...(actorId !== null && { actor: people(actorId) }),
    ...(articleId !== null && { article: { id: articleId, title: title ?? '' } }),
    ...(annotationId !== null && { annotationId }),
    ...(threadId !== null && { threadId }),
    ...(count !== null && { count }),
  };
}

/** Where the page shows what it is about. */
export function pathOf({ kind, articleId, annotationId }: NotificationRow): string {
  if (articleId === null) return '/notifications';
  if (kind === 'signOff') return `/articles/${articleId}/report`;
  return `/articles/${articleId}${annotationId === null ? '' : `?annotation=${annotationId}`}`;
}
