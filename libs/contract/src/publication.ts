import { languages, verdicts } from '@belegg/domain';
import * as z from 'zod';
import { bounded, etag, moment, sha256, text, webAddress } from './primitives';

const unsaid = z.literal('');

/**
 * How a report is published. `listed`: the newsroom's index, feeds and sitemap name it, and search engines may find it;
 * else it is there for whoever has its address. `articleUrl`: where the article itself stands. What is left out stays
 * as it was said last of the article, at first unlisted.
 */
export const publishBody = z.strictObject({
  listed: z.boolean().optional(),
  articleUrl: webAddress.or(unsaid).optional(),
});
export type Publish = z.infer<typeof publishBody>;

/**
 * What the public is told of a newsroom: web addresses of its front page and of its logo (an image), and how it
 * corrects itself, in plain paragraphs. Empty is unsaid.
 */
export const changeProfileBody = z.strictObject({
  homepage: webAddress.or(unsaid),
  logo: webAddress.or(unsaid),
  correctionsPolicy: text(10_000),
});
export type ChangeProfile = z.infer<typeof changeProfileBody>;
/** `publicPath`: the newsroom's index of listed reports, a path on this server. */
export const profile = z.object({ ...changeProfileBody.shape, publicPath: z.string(), etag });
export type ProfileView = z.infer<typeof profile>;

/**
 * A claim of a published report, for pages of others. It holds where `before`, `exact` and `after` stand one behind the
 * other: all of the sentences that the claim touches, and the one before them in their paragraph; `before` begins with
 * a line feed where there is none.
 */
const publicClaim = z.object({
  number: z.int().min(1),
  verdict: z.enum(verdicts),
  /** The verdict in words of the report's language. */
  label: z.string(),
  before: z.string(),
  exact: z.string(),
  after: z.string(),
  summary: z.string(),
  url: z.string(),
});
export const publicClaims = z.object({
  title: z.string(),
  newsroom: z.string(),
  language: z.enum(languages),
  url: z.string(),
  articleUrl: z.string().optional(),
  signedOffAt: moment,
  sha256,
  claims: z.array(publicClaim),
});
export type PublicClaims = z.infer<typeof publicClaims>;

/** oEmbed 1.0: the address of a published report on this server. */
export const oembedQuery = z.strictObject({
  url: bounded(2048),
  format: z.enum(['json']).default('json'),
  maxwidth: z.coerce.number().int().min(1).max(10_000).optional(),
  maxheight: z.coerce.number().int().min(1).max(10_000).optional(),
});
export const oembed = z.object({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.int(),
  html: z.string(),
  width: z.int(),
  height: z.int().nullable(),
});
export type Oembed = z.infer<typeof oembed>;
