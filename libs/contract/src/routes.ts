import * as z from 'zod';
import * as annotations from './annotation';
import * as articles from './article';
import * as events from './event';
import * as members from './member';
import { cursorQuery, id, sha256 } from './primitives';
import * as reports from './report';
import { route } from './route';
import * as sessions from './session';
import * as sources from './source';

const byId = z.object({ id });
const number = z.coerce.number().int().min(1).max(2_147_483_647);
const sentenceOf = z.object({ id, index: z.coerce.number().int().min(0).max(articles.maxSentences) });

/** Every endpoint of Belegg. A route that is not here does not exist; a route here without a handler fails at start. */
export const routes = {
  signIn: route({ method: 'POST', path: '/api/session', summary: 'Sign in', access: 'public', body: sessions.signInBody, answer: sessions.session, status: 201 }),
  whoAmI: route({ method: 'GET', path: '/api/session', summary: 'Who is signed in', access: 'signedIn', answer: sessions.session }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'Sign out', access: 'signedIn', status: 204 }),
  changePassword: route({ method: 'POST', path: '/api/session/password', summary: 'Set a new password', access: 'signedIn', body: sessions.changePasswordBody, answer: sessions.session }),
  switchNewsroom: route({ method: 'POST', path: '/api/session/newsroom', summary: 'Work in another newsroom of mine', access: 'signedIn', body: sessions.switchNewsroomBody, answer: sessions.session }),

  listMembers: route({ method: 'GET', path: '/api/members', summary: 'The people of the newsroom', access: 'read', query: cursorQuery, answer: members.memberList }),
  addMember: route({ method: 'POST', path: '/api/members', summary: 'Add somebody, with a one-time password', access: 'manage', body: members.addMemberBody, answer: members.memberWithPassword, status: 201 }),
  changeMember: route({ method: 'PATCH', path: '/api/members/{id}', summary: 'Change roles, disable or enable', access: 'manage', subject: 'member', params: byId, body: members.changeMemberBody, answer: members.member }),
  resetPassword: route({ method: 'POST', path: '/api/members/{id}/password', summary: 'Give a new one-time password', access: 'manage', subject: 'member', params: byId, answer: members.memberWithPassword }),
  listTokens: route({ method: 'GET', path: '/api/tokens', summary: 'My tokens for programs', access: 'read', query: cursorQuery, answer: members.tokenList }),
  createToken: route({ method: 'POST', path: '/api/tokens', summary: 'Make a token; the secret is shown once', access: 'read', body: members.newTokenBody, answer: members.tokenWithSecret, status: 201 }),
  revokeToken: route({ method: 'DELETE', path: '/api/tokens/{id}', summary: 'Revoke a token of mine', access: 'read', subject: 'token', params: byId, status: 204 }),

  listArticles: route({ method: 'GET', path: '/api/articles', summary: 'Articles, the newest first', access: 'read', query: cursorQuery, answer: articles.articleList }),
  createArticle: route({ method: 'POST', path: '/api/articles', summary: 'Take in an article', access: 'write', body: articles.newArticleBody, answer: articles.article, status: 201 }),
  previewArticle: route({ method: 'POST', path: '/api/articles/preview', summary: 'What the intake understands, without storing anything', access: 'write', body: articles.previewBody, answer: articles.preview }),
  importArticle: route({ method: 'POST', path: '/api/articles/import', summary: 'Take in a file (.txt .md .html .docx .pdf .json), or an address', access: 'write', takes: 'multipart/form-data', fields: articles.importFields, body: articles.importUrlBody.optional(), answer: articles.article, status: 201 }),
  previewImport: route({ method: 'POST', path: '/api/articles/import/preview', summary: 'What the intake understands of a file or an address, without storing anything', access: 'write', takes: 'multipart/form-data', fields: articles.importFields, body: articles.importUrlBody.optional(), answer: articles.importPreview }),
  getArticle: route({ method: 'GET', path: '/api/articles/{id}', summary: 'An article with its current text, sentences and coverage', access: 'read', subject: 'article', params: byId, answer: articles.article }),
  changeArticle: route({ method: 'PATCH', path: '/api/articles/{id}', summary: 'Change the metadata', access: 'write', subject: 'article', ifMatch: true, params: byId, body: articles.changeArticleBody, answer: articles.article }),
  listRevisions: route({ method: 'GET', path: '/api/articles/{id}/revisions', summary: 'The revisions of an article', access: 'read', subject: 'article', params: byId, query: cursorQuery, answer: articles.revisionList }),
  createRevision: route({ method: 'POST', path: '/api/articles/{id}/revisions', summary: 'New text; annotations are re-anchored', access: 'write', subject: 'article', ifMatch: true, params: byId, body: articles.newRevisionBody, answer: articles.newRevision, status: 201 }),
  previewRevision: route({ method: 'POST', path: '/api/articles/{id}/revisions/preview', summary: 'What a new text would do to the annotations', access: 'write', subject: 'article', params: byId, body: articles.newRevisionBody, answer: articles.revisionPreview }),
  getRevision: route({ method: 'GET', path: '/api/articles/{id}/revisions/{number}', summary: 'One frozen text', access: 'read', subject: 'article', params: byId.extend({ number }), answer: articles.revisionWithSentences }),
  markCheckability: route({ method: 'PUT', path: '/api/articles/{id}/sentences/{index}/checkability', summary: 'Say that a sentence is (not) checkable', access: 'write', subject: 'article', ifMatch: true, params: sentenceOf, body: articles.checkabilityBody, answer: articles.article }),
  confirmCheckability: route({ method: 'POST', path: '/api/articles/{id}/sentences/{index}/checkability/confirm', summary: 'Agree, as a second person, that it is not checkable', access: 'write', subject: 'article', params: sentenceOf, answer: articles.article }),
  splitSentence: route({ method: 'POST', path: '/api/articles/{id}/sentences/{index}/split', summary: 'Split a sentence in two', access: 'write', subject: 'article', ifMatch: true, params: sentenceOf, body: articles.splitBody, answer: articles.article }),
  joinSentences: route({ method: 'POST', path: '/api/articles/{id}/sentences/{index}/join', summary: 'Join a sentence with the next one of its block', access: 'write', subject: 'article', ifMatch: true, params: sentenceOf, answer: articles.article }),
  undo: route({ method: 'POST', path: '/api/articles/{id}/undo', summary: "Undo the caller's own last action on the article", access: 'write', subject: 'article', params: byId, answer: events.undoing }),
  listArticleEvents: route({ method: 'GET', path: '/api/articles/{id}/events', summary: 'What happened to an article, the latest first', access: 'read', subject: 'article', params: byId, query: cursorQuery, answer: events.eventList }),

  listAnnotations: route({ method: 'GET', path: '/api/articles/{id}/annotations', summary: 'The annotations of an article, in the order of the text', access: 'read', subject: 'article', params: byId, query: cursorQuery, answer: annotations.annotationList }),
  listEarlierAnnotations: route({ method: 'GET', path: '/api/articles/{id}/revisions/{number}/annotations', summary: 'The annotations as they stood when that revision was the current one', access: 'read', subject: 'article', params: byId.extend({ number }), query: cursorQuery, answer: annotations.annotationList }),
  createAnnotation: route({ method: 'POST', path: '/api/articles/{id}/annotations', summary: 'Annotate a passage', access: 'write', subject: 'article', params: byId, body: annotations.newAnnotationBody, answer: annotations.annotation, status: 201 }),
  importAnnotations: route({ method: 'POST', path: '/api/articles/{id}/annotations/import', summary: 'Take in W3C Web Annotations as drafts', access: 'write', subject: 'article', params: byId, query: annotations.importAnnotationsQuery, body: annotations.importAnnotationsBody, answer: annotations.importedAnnotations }),
  getAnnotation: route({ method: 'GET', path: '/api/annotations/{id}', summary: 'An annotation', access: 'read', subject: 'annotation', params: byId, answer: annotations.annotation }),
  changeAnnotation: route({ method: 'PATCH', path: '/api/annotations/{id}', summary: 'Edit it: a new revision', access: 'write', subject: 'annotation', ifMatch: true, params: byId, body: annotations.changeAnnotationBody, answer: annotations.annotation }),
  retireAnnotation: route({ method: 'DELETE', path: '/api/annotations/{id}', summary: 'Retire it; nothing is erased', access: 'write', subject: 'annotation', ifMatch: true, params: byId, body: annotations.retireBody, answer: annotations.annotation }),
  annotationHistory: route({ method: 'GET', path: '/api/annotations/{id}/history', summary: 'Its revisions and what was decided on each, the latest first', access: 'read', subject: 'annotation', params: byId, query: cursorQuery, answer: annotations.annotationHistory }),
  submitAnnotation: route({ method: 'POST', path: '/api/annotations/{id}/submit', summary: 'Submit for review', access: 'write', subject: 'annotation', ifMatch: true, params: byId, body: annotations.commentBody, answer: annotations.annotation }),
  withdrawAnnotation: route({ method: 'POST', path: '/api/annotations/{id}/withdraw', summary: 'Take it back from review', access: 'write', subject: 'annotation', ifMatch: true, params: byId, body: annotations.commentBody, answer: annotations.annotation }),
  approveAnnotation: route({ method: 'POST', path: '/api/annotations/{id}/approve', summary: 'Approve what it says now on the text as it is now', access: 'review', subject: 'annotation', ifMatch: true, params: byId, body: annotations.commentBody, answer: annotations.annotation }),
  returnAnnotation: route({ method: 'POST', path: '/api/annotations/{id}/return', summary: 'Return it with a comment', access: 'review', subject: 'annotation', ifMatch: true, params: byId, body: annotations.returnBody, answer: annotations.annotation }),
  listReviews: route({ method: 'GET', path: '/api/reviews', summary: 'The queue, the oldest first', access: 'read', query: annotations.reviewQuery, answer: annotations.reviewList }),

  listSources: route({ method: 'GET', path: '/api/sources', summary: 'Sources by name', access: 'read', query: sources.sourceQuery, answer: sources.sourceList }),
  createSource: route({ method: 'POST', path: '/api/sources', summary: 'Add a source', access: 'write', body: sources.newSourceBody, answer: sources.source, status: 201 }),
  getSource: route({ method: 'GET', path: '/api/sources/{id}', summary: 'A source', access: 'read', subject: 'source', params: byId, answer: sources.source }),
  changeSource: route({ method: 'PATCH', path: '/api/sources/{id}', summary: 'Edit a source', access: 'write', subject: 'source', ifMatch: true, params: byId, body: sources.changeSourceBody, answer: sources.source }),
  retireSource: route({ method: 'DELETE', path: '/api/sources/{id}', summary: 'Retire a source that nothing rests on', access: 'write', subject: 'source', ifMatch: true, params: byId, status: 204 }),
  listSourceUses: route({ method: 'GET', path: '/api/sources/{id}/uses', summary: 'Where a source is cited', access: 'read', subject: 'source', params: byId, query: cursorQuery, answer: sources.sourceUseList }),

  captureEvidence: route({ method: 'POST', path: '/api/evidence', summary: 'Keep a file as evidence', access: 'write', takes: 'multipart/form-data', answer: events.evidence, status: 201 }),
  getEvidence: route({ method: 'GET', path: '/api/evidence/{sha256}', summary: 'The bytes of a piece of evidence', access: 'read', params: z.object({ sha256 }), answers: 'application/octet-stream' }),

  signOff: route({ method: 'POST', path: '/api/articles/{id}/reports', summary: 'Sign off: freeze a report', access: 'review', subject: 'article', params: byId, answer: reports.reportSummary, status: 201 }),
  listReports: route({ method: 'GET', path: '/api/articles/{id}/reports', summary: 'The frozen reports of an article, the latest first', access: 'read', subject: 'article', params: byId, query: cursorQuery, answer: reports.reportList }),
  getReport: route({ method: 'GET', path: '/api/reports/{id}', summary: 'A frozen report', access: 'read', subject: 'report', params: byId, query: reports.reportQuery, answers: 'text/html, application/json' }),
  draftReport: route({ method: 'GET', path: '/api/articles/{id}/report', summary: 'The report as things stand now, marked as a draft', access: 'read', subject: 'article', params: byId, query: reports.reportQuery, answers: 'text/html, application/json' }),

  health: route({ method: 'GET', path: '/health', summary: 'The process is up', access: 'public', answer: z.object({ status: z.literal('up') }) }),
  ready: route({ method: 'GET', path: '/ready', summary: 'The database can be reached and is up to date; 503 otherwise', access: 'public', answer: z.object({ status: z.literal('ready') }) }),
  metrics: route({ method: 'GET', path: '/metrics', summary: 'Figures of this process, for Prometheus', access: 'manage', answers: 'text/plain' }),
  openApi: route({ method: 'GET', path: '/api/openapi.json', summary: 'This document', access: 'public', answer: z.record(z.string(), z.json()) }),

  publishReport: route({ method: 'POST', path: '/api/reports/{id}/publication', summary: "Publish it under its article's public address", access: 'review', subject: 'report', params: byId, answer: reports.reportSummary, status: 201 }),
  unpublishReport: route({ method: 'DELETE', path: '/api/reports/{id}/publication', summary: 'Take it down; the address stays reserved', access: 'review', subject: 'report', params: byId, status: 204 }),
  readPublic: route({ method: 'GET', path: '/p/{token}', summary: 'A published report, for anybody who has the address', access: 'public', params: z.object({ token: reports.publicToken }), answers: 'text/html' }),

  streamEvents: route({ method: 'GET', path: '/api/events', summary: 'Server-sent events, resumable with Last-Event-ID', access: 'read', answers: 'text/event-stream' }),
} as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
