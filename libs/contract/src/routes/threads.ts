import { route } from '../route';
import * as threads from '../thread';
import { byId, number } from './params';

const onThread = { access: 'write', subject: 'thread', params: byId, answer: threads.thread } as const;

/** What people say to each other about articles, passages and annotations. None of it touches approval. */
export const threadsRoutes = {
  listThreads: route({
    method: 'GET',
    path: '/api/threads',
    summary: 'The threads of an annotation, or of an article with its passages and annotations, the oldest first',
    access: 'read',
    query: threads.threadQuery,
    answer: threads.threadList,
  }),
  createThread: route({
    method: 'POST',
    path: '/api/threads',
    summary: 'Begin a thread on an annotation, a passage or an article',
    access: 'write',
    body: threads.newThreadBody,
    bodyLimit: 2 * 1024 * 1024,
    answer: threads.thread,
    status: 201,
  }),
  addComment: route({
    ...onThread,
    method: 'POST',
    path: '/api/threads/{id}/comments',
    summary: 'Answer in a thread',
    body: threads.newCommentBody,
    status: 201,
  }),
  editComment: route({
    ...onThread,
    method: 'PATCH',
    path: '/api/threads/{id}/comments/{number}',
    summary: "Edit one's own comment; what it said before is kept",
    params: byId.extend({ number }),
    body: threads.editCommentBody,
  }),
  commentHistory: route({
    method: 'GET',
    path: '/api/threads/{id}/comments/{number}/history',
    summary: 'What a comment said, the latest first',
    access: 'read',
    subject: 'thread',
    params: byId.extend({ number }),
    answer: threads.commentHistory,
  }),
  resolveThread: route({
    ...onThread,
    method: 'POST',
    path: '/api/threads/{id}/resolve',
    summary: 'Settle a thread',
  }),
  reopenThread: route({
    ...onThread,
    method: 'POST',
    path: '/api/threads/{id}/reopen',
    summary: 'Take up a settled thread again',
  }),
  readThread: route({
    ...onThread,
    method: 'PUT',
    path: '/api/threads/{id}/read',
    summary: 'Say how far the caller has read; nobody else is told',
    access: 'read',
    body: threads.readThreadBody,
  }),
} as const;
