import * as z from 'zod';
import { route } from '../route';

/** The log, and what operators and programs ask of the server itself. */
export const systemRoutes = {
  health: route({
    method: 'GET',
    path: '/health',
    summary: 'The process is up',
    access: 'public',
    answer: z.object({ status: z.literal('up') }),
  }),
  ready: route({
    method: 'GET',
    path: '/ready',
    summary: 'The database can be reached and is up to date; 503 otherwise',
    access: 'public',
    answer: z.object({ status: z.literal('ready') }),
  }),
  metrics: route({
    method: 'GET',
    path: '/metrics',
    summary: 'Figures of this process, for Prometheus',
    access: 'metrics',
    answers: 'text/plain',
  }),
  openApi: route({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document',
    access: 'public',
    answer: z.record(z.string(), z.json()),
  }),
  reference: route({
    method: 'GET',
    path: '/api/docs',
    summary: 'This document as a page to read',
    access: 'public',
    answers: 'text/html',
  }),

  streamEvents: route({
    method: 'GET',
    path: '/api/events',
    summary: 'Server-sent events, resumable with Last-Event-ID',
    access: 'read',
    answers: 'text/event-stream',
  }),
} as const;
