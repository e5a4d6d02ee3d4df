import * as presence from '../presence';
import { route } from '../route';
import { byId } from './params';

export const presenceRoutes = {
  bePresent: route({
    method: 'POST',
    path: '/api/articles/{id}/presence',
    summary: 'Say that one has an article open, every 20 seconds, and hear who else has; no event',
    access: 'read',
    subject: 'article',
    params: byId,
    body: presence.presenceBody,
    answer: presence.presenceList,
  }),
  leave: route({
    method: 'POST',
    path: '/api/articles/{id}/presence/leave',
    summary: 'Say that one has closed an article',
    access: 'read',
    subject: 'article',
    params: byId,
    body: presence.leaveBody,
    status: 204,
  }),
} as const;
