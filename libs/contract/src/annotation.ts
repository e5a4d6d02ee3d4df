import {
  checkabilityReasons,
  conflictKinds,
  isModestMarkdown,
  sourceKinds,
  stances,
  statuses,
  stepKinds,
  verdicts,
} from '@belegg/domain';
import * as z from 'zod';
import {
  bounded,
  cursor,
  day,
  etag,
  id,
  listOf,
  moment,
  optionalLine,
  person,
  sha256,
  text,
  webAddress,
} from './primitives';
import { anchor, lostPassage, selector } from './selector';

/** A language tag (BCP 47), such as `ko` or `zh-Hant`. */
const languageTag = bounded(35).regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);

/** A source used for a claim. An `id` keeps its identity when an annotation is edited; a new citation has none yet. */
export const citationInput = z.strictObject({
  id: id.optional(),
  sourceId: id,
  /**
   * The revision of the source that its author saw; without it, the one that the citation names already, or the latest.
   */
  sourceRevision: z.int().min(1).optional(),
  stance: z.enum(stances),
  /** Whom this piece repeats; null for nobody. Without it, what the source says of itself holds. */
  relays: id.nullable().optional(),
  url: webAddress.optional(),
  /** Where in the source, when there is no page to link to: "TV-intervju, 12:40". */
  locator: optionalLine(300),
  quote: text(5000).default(''),
  quoteLanguage: languageTag.optional(),
  translation: text(5000).default(''),
  accessedAt: day.optional(),
  evidence: sha256.optional(),
  /** Withheld from public reports, also where its source is not protected. */
  protected: z.boolean().default(false),
});
export type CitationInput = z.infer<typeof citationInput>;
/** A source in one revision, with what it was called then. */
const namedRevision = z.object({ sourceId: id, sourceRevision: z.int().min(1), name: bounded(200) });
/** What the server says of a citation. */
const told = {
  /** What the source said of itself when it was cited. */
  cited: z.object({ kind: z.enum(sourceKinds), name: bounded(200) }),
  /** Whom this piece repeats, whom that one repeats, and so on, as they were when it was said. */
  lineage: z.array(namedRevision),
  /**
   * The source, or one that it goes back to, says something else by now, and nobody said that it makes no difference.
   */
  sourceChanged: z.literal(true).optional(),
};
export const citation = citationInput.required({ id: true, sourceRevision: true }).extend(told);
export type CitationView = z.infer<typeof citation>;

/** A citation as it may be sent, also as it came: what the server says of it is left out again. */
const sentCitation = citationInput
  .extend(z.strictObject(told).partial().shape)
  .transform((sent): CitationInput => citationInput.parse(omit(sent, Object.keys(told))));

const omit = (value: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** Markdown, bounded when it is written, so that nobody who reads it waits. */
const rationale = text(20_000).refine(isModestMarkdown, { error: 'tooTangled' });

/** What an annotation says. The rationale is Markdown. */
const statement = {
  selector,
  /** None: an open question, which can be discussed and is not submitted. */
  verdict: z.enum(verdicts).optional(),
  rationale: rationale.default(''),
  citations: z.array(sentCitation).max(100).default([]),
};

/** `articleRevision` is the number of the text that the selector was made on; 412 when it is no longer current. */
export const newAnnotationBody = z.strictObject({ ...statement, articleRevision: z.int().min(1).optional() });
export type NewAnnotation = z.infer<typeof newAnnotationBody>;

/** `draft` names the state of the caller's draft that this takes in; it ends, unless more was typed since. */
export const changeAnnotationBody = z.strictObject({
  draft: id.optional(),
  selector: selector.optional(),
  /** `null` makes a claim an open question. */
  verdict: z.enum(verdicts).nullable().optional(),
  rationale: rationale.optional(),
  citations: z.array(sentCitation).max(100).optional(),
});
export type ChangeAnnotation = z.infer<typeof changeAnnotationBody>;

/**
 * W3C Web Annotations: one, an array, or a graph, collection or page that holds them; Hypothesis's, Recogito's, Label
 * Studio's and doccano's as well. They are read leniently: of each, what is understood is taken, and the rest is
 * listed.
 */
export const importAnnotationsBody = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);
/** `preview` says what would be made, and stores nothing. */
export const importAnnotationsQuery = z.strictObject({ preview: z.stringbool().default(false) });
/**
 * `created`: how many drafts. `notFound`: passages that are not, or not only once, in the text. `unknownSources`:
 * linked, not in the registry, and left out.
 */
export const importedAnnotations = z.object({
  created: z.int(),
  notFound: z.array(lostPassage),
  unknownSources: z.array(z.string()),
});
export type ImportedAnnotations = z.infer<typeof importedAnnotations>;

/** An act of review on it. */
export const step = z.object({
  kind: z.enum(stepKinds),
  annotationRevision: z.int(),
  articleRevision: z.int(),
  by: person,
  at: moment,
  comment: z.string(),
  /** Why it was submitted without the sources that the newsroom asks for. */
  withoutSources: z.string().optional(),
});
export type StepView = z.infer<typeof step>;

/**
 * Another annotation with another verdict on the same words (`contradicts`) or on some of them (`overlaps`). Two that
 * contradict each other are never both approved.
 */
export const conflict = z.object({
  kind: z.enum(conflictKinds),
  annotationId: id,
  verdict: z.enum(verdicts),
  status: z.enum(statuses),
  exact: z.string(),
});
export type ConflictView = z.infer<typeof conflict>;

export const annotation = z.object({
  id,
  articleId: id,
  /** The number of its latest revision. */
  revision: z.int().min(1),
  status: z.enum(statuses),
  /** None on an open question. */
  verdict: z.enum(verdicts).optional(),
  rationale: z.string(),
  /** In the text of `articleRevision`: the current one, unless the anchor is `orphaned`. */
  selector,
  articleRevision: z.int().min(1),
  /** `changed` waits for a person to accept the passage that is suggested. */
  anchor,
  citations: z.array(citation),
  authors: z.array(person),
  steps: z.array(step),
  /** The first twenty of each kind; contradictions first. */
  conflicts: z.array(conflict),
  createdAt: moment,
  updatedAt: moment,
  etag,
});
export type AnnotationView = z.infer<typeof annotation>;
export const annotationList = listOf(annotation);

/** An approved claim of the newsroom that says nearly the same as another one; `likeness` from 0 to 1. */
export const similarClaim = annotation.pick({ rationale: true, citations: true }).extend({
  verdict: z.enum(verdicts),
  annotationId: id,
  exact: z.string(),
  likeness: z.number(),
  approvedAt: moment,
  article: z.object({ id, title: z.string(), date: day.optional() }),
});
export type SimilarClaim = z.infer<typeof similarClaim>;
export const similarClaims = z.object({ items: z.array(similarClaim) });

/** One immutable state of an annotation, with what was decided on it. */
export const annotationRevision = annotation
  .pick({
    verdict: true,
    rationale: true,
    selector: true,
    articleRevision: true,
    citations: true,
    createdAt: true,
    steps: true,
  })
  .extend({ number: z.int().min(1), author: person });
export type AnnotationRevisionView = z.infer<typeof annotationRevision>;
export const annotationHistory = listOf(annotationRevision);

/** `withoutSources`: why, where the sources are missing that the newsroom asks for (422 `source-rule`). */
export const submitBody = z.strictObject({ comment: text(5000).default(''), withoutSources: text(1000).optional() });
export const commentBody = z.strictObject({ comment: text(5000).default('') });
export const returnBody = z.strictObject({
  comment: text(5000).refine((value) => value.trim() !== '', { error: 'commentNeeded' }),
});
export const retireBody = z.strictObject({ reason: text(1000).default('') });

/** Where something that waits for a second person stands. */
const reviewPlace = z.object({
  article: z.object({ id, title: z.string(), revision: z.int() }),
  /** What stands around it: the blocks before, with and after the passage, and where in them it is (code points). */
  passage: z.object({ before: z.string(), text: z.string(), start: z.int(), end: z.int(), after: z.string() }),
  /** The first sentence it touches, counted from 1, and how many the article has. */
  sentence: z.int(),
  sentences: z.int(),
});

/** An annotation in the reviewer's queue, in its passage. */
export const reviewItem = reviewPlace.extend({
  annotation,
  /** Whether the caller may decide on it, and if not, why. */
  refusal: z.enum(['role', 'ownWork', 'status']).optional(),
  /** What it said when it was last decided on, if it was. */
  previous: annotationRevision.optional(),
});
export type ReviewItem = z.infer<typeof reviewItem>;
export const reviewList = listOf(reviewItem);

/** A sentence that one person called not checkable, and that waits for a second one, in its passage. */
export const reviewMark = reviewPlace.extend({
  /** Of the mark; another one once something else is said of the sentence. */
  id,
  exact: z.string(),
  /** Where the sentence begins in the text, in code points. */
  start: z.int(),
  reason: z.enum(checkabilityReasons).optional(),
  note: z.string(),
  /** The stretches that need no check, where not all of the sentence is meant. */
  rest: z.array(z.object({ start: z.int(), end: z.int() })).optional(),
  by: person,
  at: moment,
  etag,
  /** Whether the caller may confirm it, and if not, why. */
  refusal: z.enum(['role', 'ownWork']).optional(),
});
export type ReviewMark = z.infer<typeof reviewMark>;
export const reviewMarkList = listOf(reviewMark);

/** How many submitted claims, and sentences that are said to need no check, wait for the caller's decision. */
export const reviewCount = z.object({ claims: z.int(), marks: z.int() });
export type ReviewCount = z.infer<typeof reviewCount>;
export const reviewQuery = z.strictObject({
  status: z.enum(statuses).default('submitted'),
  cursor,
});
