import { sourceKinds, stances, statuses, verdicts } from '@belegg/domain';
import * as z from 'zod';
import {
  bounded,
  cursor,
  domainName,
  etag,
  id,
  line,
  listOf,
  moment,
  optionalLine,
  person,
  text,
  webAddress,
} from './primitives';

const facts = {
  kind: z.enum(sourceKinds),
  name: line(200),
  aliases: z.array(line(200)).max(50).default([]),
  /** Where it publishes beside its own address: "taipeitimes.com". */
  domains: z.array(domainName).max(50).default([]),
  url: webAddress.optional(),
  note: text(5000).default(''),
  /** Whom it repeats unless a citation says otherwise: an agency that a newspaper quotes. */
  originId: id.optional(),
  /** It is a source of its own, though another is called the same or shares its domain. */
  distinct: z.boolean().default(false),
  /** Nothing of a protected source reaches a public report but its description. */
  protected: z.boolean().default(false),
  /** What outsiders are told of it: "en kilde i departementet". */
  description: optionalLine(300),
};
const described = (source: { protected?: boolean | undefined; description?: string | undefined }): boolean =>
  !source.protected || source.description !== '';
const descriptionNeeded = { path: ['description'], error: 'descriptionNeeded' };

export const newSourceBody = z.strictObject(facts).refine(described, descriptionNeeded);
export type NewSource = z.infer<typeof newSourceBody>;

/**
 * `evenIfSimilar` adds it though others are called nearly the same or share a domain; otherwise 409 `similar` names
 * these.
 */
export const createSourceBody = z
  .strictObject({ ...facts, evenIfSimilar: z.boolean().default(false) })
  .refine(described, descriptionNeeded);
export type CreateSource = z.infer<typeof createSourceBody>;

export const changeSourceBody = z.strictObject({
  kind: facts.kind.optional(),
  name: facts.name.optional(),
  aliases: z.array(line(200)).max(50).optional(),
  domains: z.array(domainName).max(50).optional(),
  url: webAddress.nullable().optional(),
  note: text(5000).optional(),
  originId: id.nullable().optional(),
  distinct: z.boolean().optional(),
  protected: z.boolean().optional(),
  description: line(300).or(z.literal('')).optional(),
});
export type ChangeSource = z.infer<typeof changeSourceBody>;

export const source = z.object({
  id,
  ...facts,
  /** The number of its latest revision. */
  revision: z.int().min(1),
  /** What stands for its name before those who do not see it, where it is or was protected. */
  protectedNumber: z.int().min(1).optional(),
  /** Whether the caller does not see it in clear: nothing but its description is told then. */
  isHidden: z.boolean(),
  /** What it has in common with others that are the same; two that share one count as one source. */
  keys: z.array(z.string()),
  /** How many annotations cite it now. */
  uses: z.int(),
  createdAt: moment,
  updatedAt: moment,
  etag,
});
export type SourceView = z.infer<typeof source>;
export const sourceList = listOf(source);

/** What a source said of itself from one change to the next. */
export const sourceRevision = z.object({
  sourceId: id,
  ...facts,
  number: z.int().min(1),
  /** Who said so, where that is known. */
  by: person.optional(),
  createdAt: moment,
});
export type SourceRevisionView = z.infer<typeof sourceRevision>;
export const sourceHistory = listOf(sourceRevision);

/** Who sees a protected source in clear, and whether somebody wants it to be protected no longer. */
export const sourceProtection = z.object({
  readers: z.array(person),
  /** Whether the caller may say who does: administrators and whoever registered it. */
  mayName: z.boolean(),
  /** Somebody's wish to end the protection, which somebody else has to confirm. */
  removal: z.object({ by: person, at: moment, reason: z.string() }).optional(),
  etag,
});
export type SourceProtection = z.infer<typeof sourceProtection>;

export const sourceReadersBody = z.strictObject({ accountIds: z.array(id).min(1).max(200) });
export const proposeRemovalBody = z.strictObject({
  reason: text(1000).refine((value) => value.trim() !== '', { error: 'noteNeeded' }),
});

/** The revision of the source that the caller looked at; without it, the latest. */
export const settleBody = z.strictObject({ sourceRevision: z.int().min(1).optional() });

/**
 * How many annotations took the revision over, or were said to need no change; `left` are those whose words are gone,
 * which cannot take anything over before somebody has placed them.
 */
export const sourceSettled = z.object({ annotations: z.int(), left: z.int() });

/**
 * `q` finds names and aliases that hold these words, `originId` those that repeat a source, `link` those that publish
 * on the domain of an address, or else were cited with an address on it.
 */
export const sourceQuery = z.strictObject({
  q: bounded(200).default(''),
  link: webAddress.optional(),
  originId: id.optional(),
  cursor,
});
export type SourceQuery = z.infer<typeof sourceQuery>;

/** A place where a source is cited. */
export const sourceUse = z.object({
  annotationId: id,
  article: z.object({ id, title: z.string() }),
  exact: z.string(),
  /** None on an open question. */
  verdict: z.enum(verdicts).optional(),
  status: z.enum(statuses),
  stance: z.enum(stances),
  /** It cites the source as it was before, and nobody said that this makes no difference. */
  sourceChanged: z.literal(true).optional(),
});
export type SourceUse = z.infer<typeof sourceUse>;
export const sourceUseList = listOf(sourceUse);
