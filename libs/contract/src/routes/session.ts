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
  forgetPassword: route({
    method: 'POST',
    path: '/api/session/forgotten',
    summary: 'Have a link to a new password sent; the answer is the same whether somebody has the address or not',
    access: 'public',
    body: sessions.forgottenPasswordBody,
    bodyLimit: 4 * 1024,
    status: 204,
  }),
  redeemPasswordLink: route({
    method: 'POST',
    path: '/api/session/forgotten/password',
    summary: 'Set a new password by such a link, once; every session and token of the account ends',
    access: 'public',
    body: sessions.redeemPasswordLinkBody,
    bodyLimit: 4 * 1024,
    status: 204,
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
