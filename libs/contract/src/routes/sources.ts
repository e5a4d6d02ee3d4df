import * as z from 'zod';
import * as events from '../event';
import * as sources from '../source';
import { cursorQuery, sha256 } from '../primitives';
import { route } from '../route';
import { byId } from './params';

/** Sources and evidence. */
export const sourcesRoutes = {
  listSources: route({
    method: 'GET',
    path: '/api/sources',
    summary: 'Sources by name',
    access: 'read',
    query: sources.sourceQuery,
    answer: sources.sourceList,
  }),
  createSource: route({
    method: 'POST',
    path: '/api/sources',
    summary: 'Add a source',
    access: 'write',
    body: sources.newSourceBody,
    bodyLimit: 128 * 1024,
    answer: sources.source,
    status: 201,
  }),
  getSource: route({
    method: 'GET',
    path: '/api/sources/{id}',
    summary: 'A source',
    access: 'read',
    subject: 'source',
    params: byId,
    answer: sources.source,
  }),
  changeSource: route({
    method: 'PATCH',
    path: '/api/sources/{id}',
    summary: 'Edit a source',
    access: 'write',
    subject: 'source',
    ifMatch: true,
    params: byId,
    body: sources.changeSourceBody,
    bodyLimit: 128 * 1024,
    answer: sources.source,
  }),
  retireSource: route({
    method: 'DELETE',
    path: '/api/sources/{id}',
    summary: 'Retire a source that nothing rests on',
    access: 'write',
    subject: 'source',
    ifMatch: true,
    params: byId,
    status: 204,
  }),
  listSourceUses: route({
    method: 'GET',
    path: '/api/sources/{id}/uses',
    summary: 'Where a source is cited',
    access: 'read',
    subject: 'source',
    params: byId,
    query: cursorQuery,
    answer: sources.sourceUseList,
  }),

  captureEvidence: route({
    method: 'POST',
    path: '/api/evidence',
    summary: 'Keep a file as evidence',
    access: 'write',
    takes: 'multipart/form-data',
    answer: events.evidence,
    status: 201,
  }),
  getEvidence: route({
    method: 'GET',
    path: '/api/evidence/{sha256}',
    summary: 'The bytes of a piece of evidence',
    access: 'read',
    params: z.object({ sha256 }),
    answers: 'application/octet-stream',
  }),
} as const;
