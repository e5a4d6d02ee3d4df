import * as assignments from '../assignment';
import { route } from '../route';
import { byId } from './params';

const onOne = { access: 'write', subject: 'assignment', params: byId, answer: assignments.assignment } as const;

/** Who does what, until when. */
export const assignmentsRoutes = {
  listAssignments: route({
    method: 'GET',
    path: '/api/articles/{id}/assignments',
    summary: 'Who is asked to do what on an article',
    access: 'read',
    subject: 'article',
    params: byId,
    answer: assignments.assignmentList,
  }),
  replaceAssignments: route({
    method: 'PUT',
    path: '/api/articles/{id}/assignments',
    summary: 'Say all that is to be done on an article, and by whom',
    access: 'write',
    subject: 'article',
    ifMatch: true,
    params: byId,
    body: assignments.assignmentsBody,
    bodyLimit: 512 * 1024,
    answer: assignments.assignmentList,
  }),
  createAssignment: route({
    method: 'POST',
    path: '/api/articles/{id}/assignments',
    summary: 'Ask somebody to check, review or take a legal look, or take it',
    access: 'write',
    subject: 'article',
    params: byId,
    body: assignments.newAssignmentBody,
    answer: assignments.assignment,
    status: 201,
  }),
  changeAssignment: route({
    ...onOne,
    method: 'PATCH',
    path: '/api/assignments/{id}',
    summary: 'Ask somebody else, or until another time',
    ifMatch: true,
    body: assignments.changeAssignmentBody,
  }),
  withdrawAssignment: route({
    ...onOne,
    method: 'DELETE',
    path: '/api/assignments/{id}',
    summary: 'Ask nobody any more; nothing is erased',
    ifMatch: true,
  }),
  finishAssignment: route({
    ...onOne,
    method: 'POST',
    path: '/api/assignments/{id}/done',
    summary: 'Say that one has done what one was asked for',
    body: assignments.closeAssignmentBody,
  }),
  handBackAssignment: route({
    ...onOne,
    method: 'POST',
    path: '/api/assignments/{id}/hand-back',
    summary: 'Say that one cannot do what one was asked for',
    body: assignments.closeAssignmentBody,
  }),
} as const;
