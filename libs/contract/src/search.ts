import { sourceKinds, statuses, verdicts } from '@belegg/domain';
import * as z from 'zod';
import { day, id, line, person } from './primitives';

export const searchKinds = ['articles', 'claims', 'sources', 'people'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** `q`: words; the last one may be typed in half. Of each kind the best few are found, of a single `kind` more. */
export const searchQuery = z.strictObject({ q: line(200), kind: z.enum(searchKinds).optional() });
export type SearchQuery = z.infer<typeof searchQuery>;

/** `excerpt`: the words of the text that were looked for, with what stands around them. */
export const foundArticle = z.object({
  id,
  title: z.string(),
  author: z.string(),
  date: day.optional(),
  excerpt: z.string().optional(),
});
export type FoundArticle = z.infer<typeof foundArticle>;

export const foundClaim = z.object({
  annotationId: id,
  exact: z.string(),
  verdict: z.enum(verdicts),
  status: z.enum(statuses),
  article: z.object({ id, title: z.string() }),
});
export type FoundClaim = z.infer<typeof foundClaim>;

export const foundSource = z.object({ id, name: z.string(), kind: z.enum(sourceKinds) });
export type FoundSource = z.infer<typeof foundSource>;

/** Of each kind the best first; `more`: the kinds of which there is more than is listed. */
export const searchResults = z.object({
  articles: z.array(foundArticle),
  claims: z.array(foundClaim),
  sources: z.array(foundSource),
  people: z.array(person),
  more: z.array(z.enum(searchKinds)),
});
export type SearchResults = z.infer<typeof searchResults>;
