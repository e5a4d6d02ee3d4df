import { contentFormats } from '@belegg/contract';
import { checkabilityReasons, languages, roles, sourceKinds, stances, verdicts } from '@belegg/domain';
import * as z from 'zod';

/** A key of one of the newsroom's people or sources. */
const key = z.string();

const citation = z.strictObject({
  source: key,
  stance: z.enum(stances),
  url: z.string().optional(),
  locator: z.string().optional(),
  quote: z.string().optional(),
  quoteLanguage: z.string().optional(),
  translation: z.string().optional(),
  accessedAt: z.string().optional(),
});

/** What somebody does to an annotation; the text is a comment, or the reason. */
const act = z.union([
  z.strictObject({ by: key, submit: z.string(), withoutSources: z.string().optional() }),
  z.strictObject({ by: key, approve: z.string() }),
  z.strictObject({ by: key, return: z.string() }),
  z.strictObject({ by: key, retire: z.string() }),
  z.strictObject({ by: key, edit: z.strictObject({ rationale: z.string() }) }),
]);
export type Act = z.infer<typeof act>;

const annotation = z.strictObject({
  /** The words that it is about. They stand once in the text. */
  passage: z.string(),
  by: key,
  verdict: z.enum(verdicts),
  rationale: z.string().default(''),
  citations: z.array(citation),
  acts: z.array(act).default([]),
});
export type AnnotationStory = z.infer<typeof annotation>;

const article = z.strictObject({
  by: key,
  title: z.string(),
  author: z.string(),
  date: z.string(),
  language: z.enum(languages),
  format: z.enum(contentFormats).default('markdown'),
  content: z.array(z.string()),
  annotations: z.array(annotation),
  /** Sentences, by how they begin, that hold nothing to check. */
  marks: z.array(
    z.strictObject({ sentence: z.string(), by: key, reason: z.enum(checkabilityReasons), confirmedBy: key.optional() }),
  ),
  /** Who signs it off. */
  signOff: key.optional(),
});
export type ArticleStory = z.infer<typeof article>;

/** A newsroom and what was done in it, as the files beside this one tell it. */
export const story = z.strictObject({
  newsroom: z.string(),
  people: z.record(key, z.strictObject({ email: z.string(), name: z.string(), roles: z.array(z.enum(roles)) })),
  /** Origins before those who repeat them. */
  sources: z.array(
    z.strictObject({
      key,
      by: key,
      kind: z.enum(sourceKinds),
      name: z.string(),
      aliases: z.array(z.string()).optional(),
      url: z.string().optional(),
      note: z.string().optional(),
      origin: key.optional(),
    }),
  ),
  articles: z.array(article),
});
export type Story = z.infer<typeof story>;
