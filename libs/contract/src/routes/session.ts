import * as sessions from '../session';
import { cursorQuery } from '../primitives';
import { route } from '../route';
import { byId } from './params';

/** Signing in and out. */
export const sessionRoutes = {
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    access: 'public',
    body: sessions.signInBody,
    bodyLimit: 4 * 1024,
    answer: sessions.session,
    status: 201,
  }),
  whoAmI: route({
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in',
    access: 'signedIn',
    answer: sessions.session,
  }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'Sign out', access: 'signedIn', status: 204 }),
  changePassword: route({
    method: 'POST',
    path: '/api/session/password',
    summary: 'Set a new password',
    access: 'signedIn',
    body: sessions.changePasswordBody,
    bodyLimit: 4 * 1024,
    answer: sessions.session,
  }),
  switchNewsroom: route({
    method: 'POST',
    path: '/api/session/newsroom',
    summary: 'Work in another newsroom of mine',
    access: 'signedIn',
    body: sessions.switchNewsroomBody,
    bodyLimit: 4 * 1024,
    answer: sessions.session,
  }),
  listSessions: route({
    method: 'GET',
    path: '/api/sessions',
    summary: 'My sessions in browsers, in all newsrooms',
    access: 'signedIn',
    query: cursorQuery,
    answer: sessions.browserSessionList,
  }),
  endSession: route({
    method: 'DELETE',
    path: '/api/sessions/{id}',
    summary: 'End a session of mine',
    access: 'signedIn',
    subject: 'session',
    params: byId,
    status: 204,
  }),
} as const;
