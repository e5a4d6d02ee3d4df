import * as z from 'zod';
import { id } from '../primitives';
import * as publications from '../publication';
import { publicToken } from '../report';
import { route } from '../route';

const byToken = z.object({ token: publicToken });
const byNewsroom = z.object({ id });

/** What anybody may read: published reports, and what lists them. */
export const publicRoutes = {
  readPublic: route({
    method: 'GET',
    path: '/p/{token}',
    summary: 'A published report, for anybody who has the address',
    access: 'public',
    params: byToken,
    answers: 'text/html',
  }),
  readPublicClaims: route({
    method: 'GET',
    path: '/p/{token}/claims.json',
    summary: 'The claims of a published report, with the words that they stand on; any site may fetch it',
    access: 'public',
    params: byToken,
    answer: publications.publicClaims,
  }),
  newsroomIndex: route({
    method: 'GET',
    path: '/n/{id}',
    summary: 'The listed reports of a newsroom, the latest first',
    access: 'public',
    params: byNewsroom,
    answers: 'text/html',
  }),
  newsroomCorrections: route({
    method: 'GET',
    path: '/n/{id}/corrections',
    summary: 'How a newsroom corrects itself',
    access: 'public',
    params: byNewsroom,
    answers: 'text/html',
  }),
  newsroomAtom: route({
    method: 'GET',
    path: '/n/{id}/feed.atom',
    summary: 'The same list as an Atom feed',
    access: 'public',
    params: byNewsroom,
    answers: 'application/atom+xml',
  }),
  newsroomFeed: route({
    method: 'GET',
    path: '/n/{id}/feed.json',
    summary: 'The same list as a JSON Feed; any site may fetch it',
    access: 'public',
    params: byNewsroom,
    answers: 'application/feed+json',
  }),
  newsroomSitemap: route({
    method: 'GET',
    path: '/n/{id}/sitemap.xml',
    summary: "A newsroom's listed reports, for search engines",
    access: 'public',
    params: byNewsroom,
    answers: 'application/xml',
  }),
  sitemaps: route({
    method: 'GET',
    path: '/sitemap.xml',
    summary: 'The sitemaps of the newsrooms that list reports',
    access: 'public',
    answers: 'application/xml',
  }),
  robots: route({
    method: 'GET',
    path: '/robots.txt',
    summary: 'What search engines may visit',
    access: 'public',
    answers: 'text/plain',
  }),
  oembed: route({
    method: 'GET',
    path: '/oembed',
    summary: 'How a published report is embedded (oEmbed 1.0)',
    access: 'public',
    query: publications.oembedQuery,
    answer: publications.oembed,
  }),
  embedScript: route({
    method: 'GET',
    path: '/embed.js',
    summary: "Shows a published report's claims on a page of the newsroom's own",
    access: 'public',
    answers: 'text/javascript',
  }),
} as const;
