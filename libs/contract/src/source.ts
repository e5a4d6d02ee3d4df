import { sourceKinds, stances, statuses, verdicts } from '@belegg/domain';
import * as z from 'zod';
import { bounded, cursor, etag, id, line, listOf, moment, optionalLine, text, webAddress } from './primitives';

const facts = {
  kind: z.enum(sourceKinds),
  name: line(200),
  aliases: z.array(line(200)).max(50).default([]),
  url: webAddress.optional(),
  note: text(5000).default(''),
  /** Whom it repeats: an agency that a newspaper quotes. */
  originId: id.optional(),
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

export const changeSourceBody = z.strictObject({
  kind: facts.kind.optional(),
  name: facts.name.optional(),
  aliases: z.array(line(200)).max(50).optional(),
  url: webAddress.nullable().optional(),
  note: text(5000).optional(),
  originId: id.nullable().optional(),
  protected: z.boolean().optional(),
  description: line(300).or(z.literal('')).optional(),
});
export type ChangeSource = z.infer<typeof changeSourceBody>;

export const source = z.object({
  id,
  ...facts,
  /** How many annotations cite it now. */
  uses: z.int(),
  createdAt: moment,
  updatedAt: moment,
  etag,
});
export type SourceView = z.infer<typeof source>;
export const sourceList = listOf(source);
/** `q` finds names and aliases that hold these words, `originId` those that repeat a source. */
export const sourceQuery = z.strictObject({
  q: bounded(200).default(''),
  originId: id.optional(),
  cursor,
});
export type SourceQuery = z.infer<typeof sourceQuery>;

/** A place where a source is cited. */
export const sourceUse = z.object({
  annotationId: id,
  article: z.object({ id, title: z.string() }),
  exact: z.string(),
  verdict: z.enum(verdicts),
  status: z.enum(statuses),
  stance: z.enum(stances),
});
export type SourceUse = z.infer<typeof sourceUse>;
export const sourceUseList = listOf(sourceUse);
