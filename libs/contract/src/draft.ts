import { stances, verdicts } from '@belegg/domain';
import * as z from 'zod';
import { annotation, type CitationInput } from './annotation';
import { bounded, id, moment, person, text } from './primitives';

/**
 * A citation while it is typed, as it was typed, whether or not a revision could hold it: half of an address, a day
 * that is not one. `key` tells it apart in pages alone; one that no revision has yet has no `id`.
 */
export const draftCitation = z
  .strictObject({
    key: bounded(64),
    id: id.optional(),
    sourceId: id,
    sourceRevision: z.int().min(1).optional(),
    relays: id.nullable().optional(),
    stance: z.enum(stances),
    url: text(2048).optional(),
    locator: text(300).optional(),
    quote: text(5000).optional(),
    quoteLanguage: text(35).optional(),
    translation: text(5000).optional(),
    accessedAt: text(10).optional(),
    evidence: bounded(64).optional(),
    protected: z.boolean().optional(),
  } satisfies Record<keyof CitationInput | 'key', z.ZodType>)
  .readonly();
export type DraftCitation = z.infer<typeof draftCitation>;

/** What somebody types: all that an annotation says, but for where it stands. */
export const draftStatement = z
  .strictObject({
    /** None while the question is open. */
    verdict: z.enum(verdicts).optional(),
    rationale: text(20_000),
    citations: z.array(draftCitation).max(100).readonly(),
  })
  .readonly();
export type DraftStatement = z.infer<typeof draftStatement>;

/** Names one state of a draft; each time that it is kept, it gets another. */
const version = id.meta({ description: 'Names one state of the draft' });

/**
 * `replaces` names the state of my draft that typing went on from, so that two devices of one author do not overwrite
 * each other: where there is another, the answer is 412 with it as `current`.
 */
export const keepDraftBody = z.strictObject({
  /** The annotation revision that typing began on. */
  annotationRevision: z.int().min(1),
  replaces: version.optional(),
  statement: draftStatement,
});
export type KeepDraft = z.infer<typeof keepDraftBody>;

/** Only the state named is discarded; without one, whatever there is. */
export const discardDraftQuery = z.strictObject({ version: version.optional() });

/** What the caller is typing on an annotation. */
export const draft = z.object({
  annotationId: id,
  annotationRevision: z.int().min(1),
  version,
  statement: draftStatement,
  since: moment,
  updatedAt: moment,
  /** When somebody else opened the annotation: they wait to see what is typed, so it is time for a revision. */
  awaitedSince: moment.optional(),
});
export type DraftView = z.infer<typeof draft>;

/** Somebody else who is typing on an annotation. What they type is theirs until it is a revision. */
export const writing = z.object({ annotationId: id, by: person, since: moment, updatedAt: moment });
export type WritingView = z.infer<typeof writing>;

/** The drafts on an article: the caller's in full, and who else is writing. */
export const draftList = z.object({ mine: z.array(draft), others: z.array(writing) });
export type DraftList = z.infer<typeof draftList>;

/** Those who are writing on an annotation, but for the caller. */
export const writingList = z.object({ others: z.array(writing) });

/** An annotation with what the caller is typing on it, and who else is. */
export const annotationWithDrafts = annotation.extend({ draft: draft.optional(), others: z.array(writing) });
export type AnnotationWithDrafts = z.infer<typeof annotationWithDrafts>;
