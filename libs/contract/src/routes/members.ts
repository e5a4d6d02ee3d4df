import * as members from '../member';
import * as publications from '../publication';
import * as settings from '../settings';
import { cursorQuery } from '../primitives';
import { route } from '../route';
import { byId } from './params';

/** People and their tokens. */
export const membersRoutes = {
  listMembers: route({
    method: 'GET',
    path: '/api/members',
    summary: 'The people of the newsroom',
    access: 'read',
    query: cursorQuery,
    answer: members.memberList,
  }),
  addMember: route({
    method: 'POST',
    path: '/api/members',
    summary: 'Add somebody, with a one-time password',
    access: 'manage',
    grantsAccess: true,
    body: members.addMemberBody,
    answer: members.memberWithPassword,
    status: 201,
  }),
  changeMember: route({
    method: 'PATCH',
    path: '/api/members/{id}',
    summary: 'Change roles, disable or enable',
    access: 'manage',
    grantsAccess: true,
    subject: 'member',
    params: byId,
    body: members.changeMemberBody,
    answer: members.member,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/members/{id}/password',
    summary: 'Give a new one-time password',
    access: 'manage',
    grantsAccess: true,
    subject: 'member',
    params: byId,
    answer: members.memberWithPassword,
  }),
  getSettings: route({
    method: 'GET',
    path: '/api/newsroom/settings',
    summary: "The newsroom's settings",
    access: 'manage',
    answer: settings.settings,
  }),
  changeSettings: route({
    method: 'PUT',
    path: '/api/newsroom/settings',
    summary: 'Change them; coverage is counted anew where it depends on them',
    access: 'manage',
    ifMatch: true,
    body: settings.changeSettingsBody,
    answer: settings.settings,
  }),
  getProfile: route({
    method: 'GET',
    path: '/api/newsroom/profile',
    summary: 'What the public is told of the newsroom',
    access: 'manage',
    answer: publications.profile,
  }),
  changeProfile: route({
    method: 'PUT',
    path: '/api/newsroom/profile',
    summary: 'Change it, on pages published before too',
    access: 'manage',
    ifMatch: true,
    body: publications.changeProfileBody,
    answer: publications.profile,
  }),
  listTokens: route({
    method: 'GET',
    path: '/api/tokens',
    summary: 'My tokens for programs',
    access: 'read',
    query: cursorQuery,
    answer: members.tokenList,
  }),
  createToken: route({
    method: 'POST',
    path: '/api/tokens',
    summary: 'Make a token; the secret is shown once',
    access: 'read',
    grantsAccess: true,
    body: members.newTokenBody,
    answer: members.tokenWithSecret,
    status: 201,
  }),
  revokeToken: route({
    method: 'DELETE',
    path: '/api/tokens/{id}',
    summary: 'Revoke a token of mine',
    access: 'read',
    subject: 'token',
    params: byId,
    status: 204,
  }),
} as const;
