import * as publications from '../publication';
import * as reports from '../report';
import { cursorQuery, largestBody } from '../primitives';
import { route } from '../route';
import { byId } from './params';

/** Reports, and their publication. */
export const reportsRoutes = {
  signOff: route({
    method: 'POST',
    path: '/api/articles/{id}/reports',
    summary: 'Sign off: freeze the report that was looked at, by the ETag of its draft',
    access: 'review',
    subject: 'article',
    ifMatch: true,
    params: byId,
    body: reports.signOffBody,
    bodyLimit: largestBody,
    answer: reports.reportSummary,
    status: 201,
  }),
  previewSignOff: route({
    method: 'GET',
    path: '/api/articles/{id}/sign-off',
    summary: 'What sign-off would freeze now, with the ETag that it needs',
    access: 'read',
    subject: 'article',
    params: byId,
    answer: reports.signOffPreview,
  }),
  listReports: route({
    method: 'GET',
    path: '/api/articles/{id}/reports',
    summary: 'The frozen reports of an article, the latest first',
    access: 'read',
    subject: 'article',
    params: byId,
    query: cursorQuery,
    answer: reports.reportList,
  }),
  getReport: route({
    method: 'GET',
    path: '/api/reports/{id}',
    summary: 'A frozen report',
    access: 'read',
    subject: 'report',
    params: byId,
    query: reports.reportQuery,
    answers: 'text/html, application/json',
  }),
  draftReport: route({
    method: 'GET',
    path: '/api/articles/{id}/report',
    summary: 'The report as things stand now, marked as a draft',
    access: 'read',
    subject: 'article',
    params: byId,
    query: reports.reportQuery,
    answers: 'text/html, application/json',
  }),
  checkText: route({
    method: 'POST',
    path: '/api/articles/{id}/check',
    summary: 'Whether a text that is about to be printed is what was signed off, and if not, what is open',
    access: 'read',
    subject: 'article',
    params: byId,
    body: reports.checkTextBody,
    bodyLimit: largestBody,
    answer: reports.textCheck,
  }),

  publishReport: route({
    method: 'POST',
    path: '/api/reports/{id}/publication',
    summary: "Publish it under its article's public address",
    access: 'review',
    subject: 'report',
    params: byId,
    body: publications.publishBody,
    answer: reports.reportSummary,
    status: 201,
  }),
  unpublishReport: route({
    method: 'DELETE',
    path: '/api/reports/{id}/publication',
    summary: 'Take it down; the address stays reserved',
    access: 'review',
    subject: 'report',
    params: byId,
    status: 204,
  }),
} as const;
